// @ts-check
/** What one instance learnt, told to all of the same blog, whatever build they run. */
import { hearVersion, nextVersion } from './clock.js';
import { settingsFingerprint } from './settings-fingerprint.js';
import { getShared } from './shared.js';

/** News that pages are made of, and not only what was done about them. */
const CHANGES = new Set(['announced', 'issues', 'removed', 'names', 'ask']);

/** @returns null without REDIS_URL */
export function openSharedNews() {
  const shared = getShared();
  if (!shared) return null;
  const channel = `issuepress:${settingsFingerprint(process.env)}:news`;
  return {
    /** Resolves once Redis has it, or does not answer. @param {{ kind: string }} news plain data */
    tell: (news) => shared.publish(channel, { ...news, version: nextVersion() }),
    /** @param {(news: unknown) => void} hear */
    onNews(hear) {
      shared.onMessage(channel, (news) => {
        hearVersion(news.version, CHANGES.has(news.kind));
        hear(news);
      });
    },
    /** @param {() => void} listen called when others may have told something unheard */
    onGap: (listen) => shared.onGap(listen),
  };
}
