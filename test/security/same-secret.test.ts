import { expect, it } from 'vitest';
import { isBearer, isSameSecret } from '../../lib/security/same-secret';

it.each([
  ['secret', true],
  ['Secret', false],
  ['secret ', false],
  ['', false],
  ['s', false],
])('of %j and the secret says %s', (given, expected) => {
  expect(isSameSecret(given, 'secret')).toBe(expected);
});

it('takes a bearer’s token and nothing near it', () => {
  expect(isBearer('Bearer secret', 'secret')).toBe(true);
  expect(isBearer('bearer secret', 'secret')).toBe(false);
  expect(isBearer('secret', 'secret')).toBe(false);
  expect(isBearer(undefined, 'secret')).toBe(false);
});
