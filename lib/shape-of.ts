/**
 * Whether a thing from elsewhere is what it should be, field by field. A shape has a check for each of
 * its fields, and the compiler sees to it that they are the right ones.
 */
import { isFields } from './unknown-fields';

export type Check<Value> = (thing: unknown) => thing is Value;

export const isText: Check<string> = (thing) => typeof thing === 'string';
export const isNumber: Check<number> = (thing) => typeof thing === 'number';
export const isFlag: Check<boolean> = (thing) => typeof thing === 'boolean';

export function orNull<Value>(check: Check<Value>): Check<Value | null> {
  return (thing): thing is Value | null => thing === null || check(thing);
}

export function oneOf<Value>(...values: readonly Value[]): Check<Value> {
  return (thing): thing is Value => values.some((value) => value === thing);
}

export function listOf<Value>(check: Check<Value>): Check<Value[]> {
  return (thing): thing is Value[] => Array.isArray(thing) && thing.every(check);
}

export function pairOf<One, Other>(one: Check<One>, other: Check<Other>): Check<[One, Other]> {
  return (thing): thing is [One, Other] =>
    Array.isArray(thing) && thing.length === 2 && one(thing[0]) && other(thing[1]);
}

/** Fields of any name. */
export function recordOf<Value>(check: Check<Value>): Check<Record<string, Value>> {
  return (thing): thing is Record<string, Value> =>
    isFields(thing) && Object.values(thing).every(check);
}

/** A thing may have more fields than these. */
export function shapeOf<Shape>(
  checks: {
    readonly [Name in keyof Shape]-?: Check<Shape[Name]>;
  },
): Check<Shape> {
  return (thing): thing is Shape => {
    if (!isFields(thing)) return false;
    for (const name in checks) if (!checks[name](thing[name])) return false;
    return true;
  };
}
