import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, it } from 'vitest';
import { freePortFrom } from '../../lib/sandbox/free-port';

/** What a command of ours says when it cannot start. */
function start(file: string, settings: Record<string, string>) {
  const { status, stderr } = spawnSync(path.resolve('node_modules/.bin/tsx'), [file], {
    env: { ...process.env, ...settings },
    encoding: 'utf8',
  });
  return { status, said: stderr.trim() };
}

it.each(['lib/sandbox/serve.ts', 'lib/sandbox/demo.ts'])(
  '%s says which setting to change where its port is taken',
  async (file) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const said = `Port ${port} is taken. Stop what listens there, or set SANDBOX_PORT to another.`;
    expect(start(file, { PORT: '3999', SANDBOX_PORT: port })).toEqual({ status: 1, said });
    await new Promise((resolve) => other.close(resolve));
  },
);

it('waits for a demo that is about to end', async () => {
  const leaving = createServer();
  await new Promise<void>((resolve) => leaving.listen(0, '127.0.0.1', resolve));
  const address = leaving.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  setTimeout(() => leaving.close(), 300);
  process.env.LEAVING_PORT = String(port);
  expect(await freePortFrom('LEAVING_PORT', 0)).toBe(port);
});

it('says what a port should be', () => {
  expect(start('lib/sandbox/demo.ts', { PORT: 'http' })).toEqual({
    status: 1,
    said: "PORT should be a port from 1 to 65535; got 'http'.",
  });
});
