/** One attempt to deliver, with GitHub's headers and signatures. */
import { createHmac } from 'node:crypto';
import type { Delivery, Hook } from '../model';

export type Attempt = Pick<
  Delivery,
  'status' | 'outcome' | 'ms' | 'at' | 'requestHeaders' | 'responseHeaders' | 'responseBody'
>;

const MAX_KEPT_RESPONSE = 4_000;

/** Never rejects: whatever goes wrong is an outcome. */
export async function send(delivery: Delivery, hook: Hook, signal: AbortSignal): Promise<Attempt> {
  const body = encodeBody(delivery, hook);
  const requestHeaders = headersOf(delivery, hook, body);
  const at = new Date().toISOString();
  const started = performance.now();
  try {
    const response = await fetch(hook.url, {
      method: 'POST',
      headers: requestHeaders,
      body,
      redirect: 'manual',
      signal,
    });
    const text = await response.text();
    return {
      status: response.status,
      outcome: 'answered',
      ms: Math.round(performance.now() - started),
      at,
      requestHeaders,
      responseHeaders: Object.fromEntries(response.headers),
      responseBody: text.slice(0, MAX_KEPT_RESPONSE),
    };
  } catch {
    return {
      status: 0,
      outcome: 'failed',
      ms: Math.round(performance.now() - started),
      at,
      requestHeaders,
      responseHeaders: {},
      responseBody: '',
    };
  }
}

function encodeBody({ requestBody }: Delivery, hook: Hook): string {
  if (hook.contentType === 'json') return requestBody;
  return new URLSearchParams({ payload: requestBody }).toString();
}

/** Signature headers exist only where the hook has a secret. */
function headersOf(delivery: Delivery, hook: Hook, body: string): Record<string, string> {
  const { target } = hook;
  return {
    accept: '*/*',
    'content-type':
      hook.contentType === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    'user-agent': 'GitHub-Hookshot/5a1f0c2',
    'x-github-delivery': delivery.guid,
    'x-github-event': delivery.event,
    'x-github-hook-id': String(hook.id),
    'x-github-hook-installation-target-id': String(
      target.kind === 'app' ? target.appId : target.repositoryId,
    ),
    'x-github-hook-installation-target-type': target.kind === 'app' ? 'integration' : 'repository',
    ...(hook.secret && {
      'x-hub-signature': `sha1=${createHmac('sha1', hook.secret).update(body).digest('hex')}`,
      'x-hub-signature-256': `sha256=${createHmac('sha256', hook.secret).update(body).digest('hex')}`,
    }),
  };
}
