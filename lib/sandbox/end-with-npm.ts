/**
 * npm hands a signal to the shell it runs a script in, and some shells end without handing it on.
 * What they ran would go on without them, holding its ports.
 */
export function endWithNpm(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) stop();
  }, 250).unref();
}
