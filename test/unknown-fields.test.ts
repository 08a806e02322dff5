import { describe, expect, it } from 'vitest';
import {
  entriesOf,
  fieldsOf,
  isFields,
  numberAt,
  textAt,
  textOf,
  valueAt,
} from '../lib/unknown-fields';

describe('a thing from elsewhere', () => {
  it.each([
    [{}, true],
    [{ a: 1 }, true],
    [new Error('an error'), true],
    [null, false],
    [undefined, false],
    [[], false],
    ['text', false],
    [1, false],
  ])('%j has fields: %s', (thing, expected) => {
    expect(isFields(thing)).toBe(expected);
    expect(fieldsOf(thing)).toEqual(expected ? thing : {});
  });

  it('has entries only where it is a list', () => {
    expect(entriesOf(['a', null])).toEqual(['a', null]);
    for (const thing of [null, undefined, 'text', { length: 1, 0: 'a' }]) {
      expect(entriesOf(thing)).toEqual([]);
    }
  });

  it.each([
    ['text', 'text'],
    ['', ''],
    [2026, '2026'],
    [true, ''],
    [null, ''],
    [['text'], ''],
    [{}, ''],
  ])('%j is the text %j', (thing, expected) => {
    expect(textOf(thing)).toBe(expected);
  });
});

describe('what lies deep in a thing', () => {
  const body = { owner: { login: 'octocat', id: 1 }, labels: ['bug'], none: null };

  it('is found by its names', () => {
    expect(valueAt(body)).toBe(body);
    expect(valueAt(body, 'owner', 'login')).toBe('octocat');
    expect(textAt(body, 'owner', 'login')).toBe('octocat');
    expect(numberAt(body, 'owner', 'id')).toBe(1);
  });

  it('is of its kind, or missing', () => {
    expect(textAt(body, 'owner', 'id')).toBeNull();
    expect(numberAt(body, 'owner', 'login')).toBeNull();
    expect(textAt(body, 'owner')).toBeNull();
  });

  it.each([
    [['owner', 'name']],
    [['nobody', 'login']],
    [['none', 'login']],
    [['labels', '0']],
    [['owner', 'login', 'length']],
  ])('is missing at %j', (keys) => {
    expect(valueAt(body, ...keys)).toBeUndefined();
  });
});
