// @ts-check
/** Lets one instance at a time do something. */
import { randomUUID } from 'node:crypto';
import { settingsFingerprint } from './settings-fingerprint.js';

/** Lets go only of one's own lock: it may have run out and be another's by now. */
const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/**
 * @template Result
 * @param {import('./shared.js').Shared} shared
 * @param {string} name
 * @param {number} life milliseconds after which the lock of a killed instance does not count any more
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result | null>} null where another instance is at it, or Redis does not answer
 */
export async function withSharedLock(shared, name, life, work) {
  const key = `issuepress:${settingsFingerprint(process.env)}:${name}`;
  const owner = randomUUID();
  const isOurs = await shared.run((client) =>
    client.set(key, owner, { condition: 'NX', expiration: { type: 'PX', value: life } }),
  );
  if (isOurs !== 'OK') return null;
  try {
    return await work();
  } finally {
    await shared.run((client) => client.eval(RELEASE, { keys: [key], arguments: [owner] }));
  }
}
