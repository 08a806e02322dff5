import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHide } from '../../lib/observe/hide-secrets';
import { createReporter, type ErrorReport } from '../../lib/observe/report-error';

const MINUTE = 60_000;
const CONTEXT = { method: 'GET', path: '/post/1', route: '/post/[number]', reason: 'stale' };

describe('errors that nobody expected', () => {
  let reports: ErrorReport[];
  let time: number;
  let report: ReturnType<typeof createReporter>;

  beforeEach(() => {
    reports = [];
    time = Date.parse('2026-01-02T03:04:05Z');
    report = createReporter({
      site: 'https://blog.example',
      version: '1.2.3',
      hide: createHide(['the-secret']),
      now: () => time,
      async send(one) {
        reports.push(one);
      },
    });
  });

  it('are told with their request', async () => {
    await report(new TypeError('Cannot read the-secret of undefined'), CONTEXT);
    const [told] = reports;
    expect(told).toMatchObject({
      name: 'TypeError',
      message: 'Cannot read [secret] of undefined',
      method: 'GET',
      path: '/post/1',
      route: '/post/[number]',
      reason: 'stale',
      site: 'https://blog.example',
      version: '1.2.3',
      at: '2026-01-02T03:04:05.000Z',
      times: 1,
    });
    expect(told?.text).toBe(
      'TypeError at GET /post/1 of https://blog.example: Cannot read [secret] of undefined',
    );
    expect(told?.stack).toContain('report-error.test');
    expect(JSON.stringify(told)).not.toContain('the-secret');
  });

  it('are told once in ten minutes, with how often they came', async () => {
    for (let count = 0; count < 50; count += 1) await report(new Error('Again'), CONTEXT);
    expect(reports).toHaveLength(1);
    time += 10 * MINUTE;
    await report(new Error('Again'), CONTEXT);
    expect(reports.map(({ times }) => times)).toEqual([1, 50]);
  });

  it('are at most ten in a minute', async () => {
    for (let count = 0; count < 50; count += 1) await report(new Error(`No ${count}`), CONTEXT);
    expect(reports).toHaveLength(10);
    time += MINUTE;
    await report(new Error('Another'), CONTEXT);
    expect(reports).toHaveLength(11);
  });

  it('are cut where they are long, and may be anything', async () => {
    await report(new Error('x'.repeat(100_000)), CONTEXT);
    await report('a text', CONTEXT);
    await report(null, CONTEXT);
    expect(reports.map(({ message }) => message.length)).toEqual([500, 6, 4]);
    expect(JSON.stringify(reports).length).toBeLessThan(10_000);
  });

  it('harm nobody when they cannot be told', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const failing = createReporter({
      site: 'https://blog.example',
      version: '1',
      hide: createHide(['the-secret']),
      send: () => Promise.reject(new Error('the-secret is not there')),
    });
    await failing(new Error('Oh'), CONTEXT);
    expect(warn.mock.calls).toEqual([['An error could not be reported: [secret] is not there']]);
    warn.mockRestore();
  });
});
