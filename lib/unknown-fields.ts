/**
 * Reading what came from elsewhere: an answer, a payload, a file, a browser's storage. Nothing in it is
 * taken for granted, and what is not there costs nothing.
 */

export type Fields = Readonly<Record<string, unknown>>;

/** Whether a thing has fields: `null` has none, and a list has entries. */
export function isFields(thing: unknown): thing is Fields {
  return typeof thing === 'object' && thing !== null && !Array.isArray(thing);
}

/** Its fields; none where it has none. */
export function fieldsOf(thing: unknown): Fields {
  return isFields(thing) ? thing : {};
}

/** Its entries; none where it is no list. */
export function entriesOf(thing: unknown): unknown[] {
  return Array.isArray(thing) ? thing : [];
}

/** A text, or a number as text, as YAML has it without quotes; empty for anything else. */
export function textOf(thing: unknown): string {
  return typeof thing === 'string' || typeof thing === 'number' ? String(thing) : '';
}

/** What lies deep in a thing: `valueAt(body, 'owner', 'login')`. */
export function valueAt(thing: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isFields(inner) ? inner[key] : undefined), thing);
}

export function textAt(thing: unknown, ...keys: string[]): string | null {
  const value = valueAt(thing, ...keys);
  return typeof value === 'string' ? value : null;
}

export function numberAt(thing: unknown, ...keys: string[]): number | null {
  const value = valueAt(thing, ...keys);
  return typeof value === 'number' ? value : null;
}
