import { describe, expect, it } from 'vitest';
import { coalesce } from '../../lib/cache/coalesce';

/** Work whose every run is ended by hand. */
function manualWork() {
  const ends: ((fail?: boolean) => void)[] = [];
  const run = coalesce(
    () =>
      new Promise<number>((resolve, reject) => {
        const order = ends.length + 1;
        ends.push((fail) => (fail ? reject(new Error(`run ${order}`)) : resolve(order)));
      }),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { ends, run, settle };
}

describe('coalesced work', () => {
  it('never answers with a run that began before the question', async () => {
    const { ends, run, settle } = manualWork();
    const first = run();
    const second = run();
    ends[0]?.();
    expect(await first).toBe(1);
    await settle();
    ends[1]?.();
    expect(await second).toBe(2);
  });

  it('answers any number of questions asked meanwhile with one run', async () => {
    const { ends, run, settle } = manualWork();
    run();
    const later = Array.from({ length: 50 }, () => run());
    ends[0]?.();
    await settle();
    ends[1]?.();
    expect(new Set(await Promise.all(later))).toEqual(new Set([2]));
    expect(ends).toHaveLength(2);
  });

  it('goes on after a run that failed', async () => {
    const { ends, run, settle } = manualWork();
    const failing = run();
    const next = run();
    ends[0]?.(true);
    await expect(failing).rejects.toThrow('run 1');
    await settle();
    ends[1]?.();
    expect(await next).toBe(2);
  });
});
