// @ts-check
/**
 * Versions of pages that every process can compare, whatever its clock says: later than everything
 * this process knows of, others' versions included (a hybrid logical clock). A page's version is when
 * its rendering began, so that of two renders the one that knows more counts.
 */
import { oncePerProcess } from './once-per-process.js';

/**
 * @typedef {object} Clock
 * @property {number} last
 * @property {{ version: number, heardAt: number } | null} told the last news from another process
 */

/** @returns {Clock} */
function clock() {
  return oncePerProcess('clock', () => ({ last: 0, told: null }));
}

/** @returns {number} microseconds, or later */
export function nextVersion() {
  const ours = clock();
  ours.last = Math.max(ours.last + 1, Date.now() * 1_000);
  return ours.last;
}

/**
 * Takes in the version of a message from another process.
 * @param {number} version
 * @param {boolean} isNews whether it tells what pages are made of
 */
export function hearVersion(version, isNews) {
  const ours = clock();
  ours.last = Math.max(ours.last, version);
  if (isNews) ours.told = { version, heardAt: nextVersion() };
}

/**
 * The version of a page that was just rendered. One that was begun before others' news arrived is
 * older than whatever they made of it.
 * @param {number | undefined} begun when reading for it began, by `nextVersion`
 * @returns {number}
 */
export function versionOfLoad(begun) {
  const { told } = clock();
  if (begun === undefined) return nextVersion();
  return told && begun < told.heardAt && begun >= told.version ? told.version - 1 : begun;
}
