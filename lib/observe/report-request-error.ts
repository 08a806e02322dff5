/** Errors of requests, from Next's instrumentation to whoever wants to hear of them. */
import type { Instrumentation } from 'next';
import { version } from '../../package.json';
import { readConfig } from '../config';
import { createHide, secretsOf, withoutQuery } from './hide-secrets';
import { metrics } from './metrics';
import { createReporter, type ErrorReport } from './report-error';

declare global {
  var issuepressReporter: ReturnType<typeof createReporter> | undefined;
}

/** Milliseconds. */
const PATIENCE = 5_000;

/** Neither headers, which hold cookies, nor the values of a query are looked at. */
export const reportRequestError: Instrumentation.onRequestError = async (
  error,
  { method, path },
  { routePath, revalidateReason },
) => {
  metrics().errors.inc({ route: routePath });
  const { errorWebhook, site } = readConfig();
  if (!errorWebhook) return;
  globalThis.issuepressReporter ??= createReporter({
    site: site.url,
    version,
    hide: createHide(secretsOf(readConfig())),
    send: (report) => post(errorWebhook, report),
  });
  await globalThis.issuepressReporter(error, {
    method,
    path: withoutQuery(path),
    route: routePath,
    reason: revalidateReason ?? null,
  });
};

async function post(address: string, report: ErrorReport): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(report),
    signal: AbortSignal.timeout(PATIENCE),
    // What is told goes where the setting says and nowhere else.
    redirect: 'error',
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`ERROR_WEBHOOK_URL answered ${response.status}.`);
}
