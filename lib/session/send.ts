/** What the page's scripts ask of the site's routes in the reader's name. */

import { withBase, withoutBase } from '../base-path';
import { interfaceMessages } from '../i18n/interface-messages';
import { textAt, valueAt } from '../unknown-fields';
import { SESSION_ENDED } from './hint';

export type Sent =
  | {
      ok: true;
      /** Parsed JSON; null for an empty answer. Check it before use. */
      data: unknown;
    }
  | {
      ok: false;
      /** `offline` where no answer came. */
      code: string;
      /** A sentence for the reader, in the site's language. */
      message: string;
      /** Seconds after which it is worth trying again; null where nothing is known. */
      retryAfter: number | null;
    };

export type SendMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Milliseconds; GitHub gets eight seconds of it. */
const PATIENCE = 25_000;

/** How long a newer cookie may need to arrive, in milliseconds. */
const COOKIE_ON_ITS_WAY = 500;

/**
 * @param path of one of the site's routes
 * @param body plain data, sent as JSON; nothing is sent when left out
 * @returns never rejects. What was refused was not done; `offline` may have been.
 */
export async function send(method: SendMethod, path: string, body?: unknown): Promise<Sent> {
  const first = await attempt(method, path, body, 1);
  if (first.ok || first.code !== 'renewed-elsewhere') return conclude(first);
  await new Promise((resolve) => setTimeout(resolve, COOKIE_ON_ITS_WAY));
  return conclude(await attempt(method, path, body, 2));
}

/** Tells the page when the reader turns out to be signed out. */
function conclude(sent: Sent): Sent {
  if (!sent.ok && sent.code === 'signed-out') dispatchEvent(new Event(SESSION_ENDED));
  return sent;
}

async function attempt(
  method: SendMethod,
  path: string,
  body: unknown,
  number: 1 | 2,
): Promise<Sent> {
  try {
    const response = await fetch(withBase(withoutBase(path)), {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        // See `ATTEMPT_HEADER` in participant.ts.
        'x-session-attempt': String(number),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await response.text();
    if (response.ok) return { ok: true, data: text ? JSON.parse(text) : null };
    return { ok: false, ...readRefusal(text), retryAfter: readRetryAfter(response) };
  } catch {
    return { ok: false, code: 'offline', message: words().offline, retryAfter: null };
  }
}

function readRefusal(text: string): { code: string; message: string } {
  const error = valueAt(parse(text), 'error');
  const [code, message] = [textAt(error, 'code'), textAt(error, 'message')];
  return code !== null && message !== null
    ? { code, message }
    : { code: 'failed', message: words().failed };
}

function readRetryAfter({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

function words() {
  return interfaceMessages(document.documentElement.lang).session;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
