import { describe, expect, it } from 'vitest';
import {
  isFlag,
  isNumber,
  isText,
  listOf,
  oneOf,
  orNull,
  pairOf,
  recordOf,
  shapeOf,
} from '../lib/shape-of';

describe('a thing from elsewhere', () => {
  it.each([
    ['a text', isText, ['', 'a'], [1, null, undefined, ['a']]],
    ['a number', isNumber, [0, 1.5], ['1', null, undefined]],
    ['a flag', isFlag, [true, false], [0, 'true', null, undefined]],
    ['a text or null', orNull(isText), ['a', null], [undefined, 1]],
    ['one of a few', oneOf('a', 'b'), ['a', 'b'], ['c', '', null]],
    ['a list', listOf(isText), [[], ['a', 'b']], [null, {}, 'a', ['a', 1]]],
    ['a pair', pairOf(isNumber, isText), [[1, 'a']], [null, {}, [], [1], ['a', 1], [1, 'a', 2]]],
    ['a record', recordOf(isNumber), [{}, { a: 1 }], [null, [], [1], { a: '1' }]],
  ])('is %s or not', (_, check, good, bad) => {
    for (const thing of good) expect(check(thing)).toBe(true);
    for (const thing of bad) expect(check(thing)).toBe(false);
  });

  const isPlace = shapeOf<{ name: string; near: string[] }>({ name: isText, near: listOf(isText) });

  it('has its shape when every field is right, whatever else it has', () => {
    expect(isPlace({ name: 'a', near: [], height: 12 })).toBe(true);
  });

  it.each([
    [null],
    [undefined],
    [[]],
    ['name'],
    [{ name: 'a' }],
    [{ name: 'a', near: null }],
    [{ name: 'a', near: {} }],
    [{ near: [] }],
  ])('has not its shape: %j', (thing) => {
    expect(isPlace(thing)).toBe(false);
  });
});
