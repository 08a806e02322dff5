import { expect, it } from 'vitest';
import { mayChangeRepository, mayLabel } from '../../lib/github/permission';

it.each([
  ['ADMIN', true, true],
  ['MAINTAIN', true, true],
  ['WRITE', true, true],
  ['TRIAGE', true, false],
  ['READ', false, false],
  [null, false, false],
] as const)('%s: may label %s, may write %s', (permission, labels, writes) => {
  expect(mayLabel(permission)).toBe(labels);
  expect(mayChangeRepository(permission)).toBe(writes);
});
