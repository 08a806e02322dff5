import type { Instrumentation } from 'next';

/** Runs once when a server starts: checks the settings and warms up what the first page needs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startServing } = await import('./lib/start');
  await startServing();
}

/** What nobody expected is counted, and told where `ERROR_WEBHOOK_URL` says. */
export const onRequestError: Instrumentation.onRequestError = async (...error) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { reportRequestError } = await import('./lib/observe/report-request-error');
  await reportRequestError(...error);
};
