// @ts-check
/**
 * A short mark of all settings that decide what pages show. Pages rendered under other settings, at
 * build time or before a restart, are not served.
 */
import { createHash } from 'node:crypto';

const DECIDE =
  /^(GITHUB_(REPOSITORY|API_URL|SERVER_URL)|SITE_\w+|PUBLISH_\w+|BOT|COMMENTS|POSTS_PER_PAGE|VERCEL_(GIT_REPO|PROJECT)_\w+)$/;

const SIGN_IN = ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET', 'SESSION_SECRET'];

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string} eight letters and digits
 */
export function settingsFingerprint(env) {
  const values = Object.keys(env)
    .filter((name) => DECIDE.test(name) && env[name]?.trim())
    .sort()
    .map((name) => [name, env[name]]);
  const isConfigured = Boolean(env.GITHUB_TOKEN || env.GITHUB_APP_ID);
  const canSignIn = SIGN_IN.every((name) => env[name]?.trim());
  const hash = createHash('sha256').update(JSON.stringify([values, isConfigured, canSignIn]));
  return hash.digest('hex').slice(0, 8);
}
