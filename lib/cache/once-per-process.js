// @ts-check
/**
 * What a process has once. Next loads the page cache outside its bundles, and gives every route its own
 * modules; so it is kept on `globalThis`.
 */

/**
 * @template Thing
 * @param {string} name
 * @param {() => Thing} make called by whoever comes first
 * @returns {Thing}
 */
export function oncePerProcess(name, make) {
  const key = Symbol.for(`issuepress.${name}`);
  const known = Reflect.get(globalThis, key);
  if (known !== undefined) return known;
  const made = make();
  Reflect.set(globalThis, key, made);
  return made;
}
