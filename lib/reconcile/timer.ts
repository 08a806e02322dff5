/**
 * Reconciles from time to time, and soon after a start. Readers notice nothing: it costs a call to
 * GitHub a minute, and a few more where something was lost.
 */
import { callOwnCron } from '../schedule/own-cron';
import { valueAt } from '../unknown-fields';

/** All in milliseconds. */
const AFTER_START = 1_500;
const AFTER_FAILURE = 10_000;
const SWEEP_AFTER_START = 10 * 60_000;
const SWEEP_EVERY = 6 * 60 * 60_000;
const LOOK_AT_LOG_EVERY = 10 * 60_000;

/** While deliveries are being carried out there is no hurry; but not for ever. */
const MOST_DELAYS = 3;

export interface ReconcileTimerOptions {
  /** Milliseconds between two turns. */
  interval: number;
  /** Whether deliveries are being carried out right now. */
  isBusy: () => boolean;
}

/** Takes turns as long as the process lives, which they do not keep alive. */
export function startReconciling({ interval, isBusy }: ReconcileTimerOptions): void {
  let sweepAt = Date.now() + SWEEP_AFTER_START;
  let lookAt = Date.now() + LOOK_AT_LOG_EVERY;
  let delays = 0;
  let failures = 0;

  function next(milliseconds: number): void {
    setTimeout(() => void turn(), milliseconds).unref();
  }

  async function turn(): Promise<void> {
    if (isBusy() && delays < MOST_DELAYS) {
      delays += 1;
      return next(Math.min(interval, AFTER_FAILURE));
    }
    delays = 0;
    const isSweep = Date.now() >= sweepAt;
    const looksAtLog = Date.now() >= lookAt;
    try {
      const result = await callOwnCron({
        task: 'reconcile',
        ...(isSweep ? { sweep: '1' } : {}),
        ...(looksAtLog ? { log: '1' } : {}),
      });
      if (isSweep) sweepAt = Date.now() + SWEEP_EVERY;
      if (looksAtLog) lookAt = Date.now() + LOOK_AT_LOG_EVERY;
      failures = 0;
      next(valueAt(result, 'left') ? Math.min(interval, AFTER_FAILURE) : interval);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'no reason';
      if (failures === 0) {
        console.warn(`What changed on GitHub could not be looked for: ${reason.slice(0, 1_000)}`);
      }
      next(Math.min(interval, AFTER_FAILURE * 2 ** Math.min(failures, 10)));
      failures += 1;
    }
  }

  next(AFTER_START);
}
