// @ts-check
/**
 * Rendered pages in Redis, for all instances of one build: a newer version takes an older one's place
 * and never the other way round, and every instance is told.
 */
import { hearVersion } from './clock.js';
import { getShared } from './shared.js';

/**
 * @typedef {import('./page-entry.js').Entry} Entry
 * @typedef {{ name: string, version: number, revision: string | null, isForgotten: boolean }} Change
 */

/** Seconds until a page that nobody renders any more leaves Redis. */
const KEPT = 30 * 24 * 60 * 60;

/** In one step, so that two instances cannot come between each other. */
const REPLACE = `
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known then
  local version = tonumber(string.match(known, '^%d+'))
  if version and version >= tonumber(ARGV[2]) then return 0 end
elseif ARGV[5] == '1' then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ' ' .. ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[4])
redis.call('PUBLISH', ARGV[6], ARGV[7])
return 1`;

/** @param {string} build what the pages of one build and its settings have in common */
export function openSharedPages(build) {
  const shared = getShared();
  if (!shared) return null;
  const channel = `issuepress:${build}:pages`;

  return {
    get epoch() {
      return shared.epoch;
    },
    isOpen: () => shared.isOpen(),

    /**
     * @param {string} name
     * @returns {Promise<Entry | null | undefined>} null where Redis has none; undefined where it does
     *   not answer
     */
    async read(name) {
      const text = await shared.run((client) => client.hGet(keyOf(build, name), name));
      if (typeof text !== 'string') return text === undefined ? undefined : null;
      try {
        return JSON.parse(text.slice(text.indexOf(' ') + 1));
      } catch {
        return null;
      }
    },

    /**
     * @param {string} name
     * @param {Entry} entry
     * @param {{ revision: string | null, onlyKnown: boolean }} about `onlyKnown` where a page that
     *   Redis does not know is none of its business
     * @returns {Promise<boolean | undefined>} false where Redis has a newer version; undefined where it
     *   does not answer
     */
    async write(name, entry, { revision, onlyKnown }) {
      const isForgotten = entry.forgotten === true;
      const change = { kind: 'page', name, version: entry.version, revision, isForgotten };
      const message = JSON.stringify({ ...change, from: shared.id });
      const texts = [JSON.stringify(entry), KEPT, onlyKnown ? 1 : 0, channel, message];
      const done = await shared.run((client) =>
        client.eval(REPLACE, {
          keys: [keyOf(build, name)],
          arguments: [name, String(entry.version), ...texts.map(String)],
        }),
      );
      return done === undefined ? undefined : done === 1;
    },

    /** @param {(change: Change) => void} hear */
    onChange(hear) {
      shared.onMessage(channel, ({ version, name, revision, isForgotten }) => {
        if (typeof name !== 'string') return;
        hearVersion(version, false);
        const shown = typeof revision === 'string' ? revision : null;
        hear({ name, version, revision: shown, isForgotten: isForgotten === true });
      });
    },

    /** @param {() => void} listen */
    onGap: (listen) => shared.onGap(listen),
  };
}

/**
 * The pages below one post are kept together, with what says when all were forgotten.
 * @param {string} build
 * @param {string} name
 */
function keyOf(build, name) {
  const path = name.slice(name.indexOf('/'));
  return `issuepress:${build}:pages:${path.split('/').slice(0, 3).join('/')}`;
}
