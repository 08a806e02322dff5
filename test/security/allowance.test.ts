import { describe, expect, it } from 'vitest';
import { createAllowance } from '../../lib/security/allowance';

describe('an allowance of 60 a minute', () => {
  it('lets 60 through at once, then one a second', () => {
    const allowance = createAllowance(60);
    for (let count = 0; count < 60; count += 1) {
      expect(allowance.wait('a', 0)).toBe(0);
      allowance.take('a', 0);
    }
    expect(allowance.wait('a', 0)).toBe(1_000);
    expect(allowance.wait('a', 400)).toBe(600);
    expect(allowance.wait('a', 1_000)).toBe(0);
  });

  it('is of each client its own', () => {
    const allowance = createAllowance(1);
    allowance.take('a', 0);
    expect(allowance.wait('a', 1)).toBeGreaterThan(0);
    expect(allowance.wait('b', 1)).toBe(0);
  });

  it('is whole again after a minute', () => {
    const allowance = createAllowance(3);
    for (let count = 0; count < 3; count += 1) allowance.take('a', 0);
    for (let count = 0; count < 3; count += 1) {
      expect(allowance.wait('a', 60_000)).toBe(0);
      allowance.take('a', 60_000);
    }
    expect(allowance.wait('a', 60_000)).toBeGreaterThan(0);
  });
});
