/** Runs once when a server starts: checks the settings and warms up what the first page needs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startServing } = await import('./lib/start');
  await startServing();
}
