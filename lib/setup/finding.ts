/** What a check says, and the small things all checks need. */

import type { Answer, Inquire } from '../github/inquire';
import type { SettingsInspection } from '../inspect-settings';

export interface Finding {
  /** Which check it comes from, such as `webhook`. */
  id: string;
  /** `off`: a feature that is not switched on, or what could not be looked at. */
  state: 'ok' | 'warn' | 'fail' | 'off';
  /** How it is, without secrets. */
  sentence: string;
  /** What to do about it; null where there is nothing to do. */
  fix: string | null;
  /** Where to do it. */
  link: string | null;
}

/** What is examined: the settings, and whoever can be asked about them. */
export interface Subject extends SettingsInspection {
  ask: Inquire;
  /** Milliseconds since 1970. */
  now: number;
  /** The address under which somebody is looking at the site itself; null elsewhere. */
  origin: string | null;
}

/** One check: it asks, and says what it found. It never rejects. */
export type Check = (subject: Subject) => Promise<Finding[]>;

/** Nothing to do. @param id the check's @param sentence how it is, without secrets */
export function ok(id: string, sentence: string): Finding {
  return { id, state: 'ok', sentence, fix: null, link: null };
}

/** What works, and could be better. For the parameters see `Finding`. */
export function warn(
  id: string,
  sentence: string,
  fix: string | null = null,
  link: string | null = null,
): Finding {
  return { id, state: 'warn', sentence, fix, link };
}

/** What keeps the blog from working. For the parameters see `Finding`. */
export function fail(
  id: string,
  sentence: string,
  fix: string,
  link: string | null = null,
): Finding {
  return { id, state: 'fail', sentence, fix, link };
}

/** A feature without its settings, or what could not be looked at. See `Finding`. */
export function off(
  id: string,
  sentence: string,
  fix: string | null = null,
  link: string | null = null,
): Finding {
  return { id, state: 'off', sentence, fix, link };
}

/** A finding for an answer that nothing can be read from. */
export function unexpected(id: string, what: string, answer: Answer): Finding {
  const said = answer.failure ?? `GitHub answered ${answer.status}`;
  return warn(id, `${what} could not be looked at: ${said}.`, 'Try again in a minute.');
}

/** Addresses that only machines nearby can reach. @param address absolute */
export function isNearby(address: string): boolean {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '');
  return (
    /^(localhost|::1|0\.0\.0\.0)$|\.(localhost|local|internal)$/i.test(host) ||
    /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\./.test(host)
  );
}

/** `owner/name` of the blog's repository; empty while there is none. */
export function fullName({ config }: Pick<Subject, 'config'>): string {
  const { repository } = config;
  return repository ? `${repository.owner}/${repository.name}` : '';
}
