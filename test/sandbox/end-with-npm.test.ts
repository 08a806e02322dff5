/** Whoever ends `npm run sandbox` ends the embedded GitHub, too, whatever shell npm ran it in. */
import { spawn } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import { until } from '../support/site';

it('ending npm alone ends what it ran', async () => {
  const npm = spawn('npm', ['run', 'sandbox'], {
    env: { ...process.env, SANDBOX_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  onTestFinished(() => {
    try {
      if (npm.pid) process.kill(-npm.pid, 'SIGKILL');
    } catch {
      // Nothing of it is left, as it should be.
    }
  });
  const url = await new Promise<string>((resolve) => {
    npm.stdout.on('data', (text) => {
      const [, address] = /answers at (\S+)/.exec(String(text)) ?? [];
      if (address) resolve(address);
    });
  });
  const answers = () =>
    fetch(url).then(
      () => true,
      () => false,
    );
  expect(await answers()).toBe(true);
  npm.kill('SIGTERM');
  await until(async () => !(await answers()));
});
