/** Which port a command of ours listens on. */
import { createServer } from 'node:net';

/**
 * The port that a setting names, before anything is built for it. Ends the process with a sentence
 * where that is no port or is taken.
 * @param name the setting's @param otherwise where it is not set
 * @param lowest 0 lets the system choose
 */
export async function freePortFrom(name: string, otherwise: number, lowest = 1): Promise<number> {
  const text = process.env[name];
  const port = text ? Number(text) : otherwise;
  if (!Number.isInteger(port) || port < lowest || port > 65_535) {
    end(`${name} should be a port from ${lowest} to 65535; got '${text}'.`);
  }
  const problem = await triedFor(PATIENCE, port);
  if (problem === 'EADDRINUSE') {
    end(`Port ${port} is taken. Stop what listens there, or set ${name} to another.`);
  }
  if (problem) end(`Port ${port} cannot be listened on (${problem}). Set ${name} to another.`);
  return port;
}

/** Milliseconds that a demo which was told to end may take to give its ports back to the next one. */
const PATIENCE = 3_000;

async function triedFor(patience: number, port: number): Promise<string | null> {
  const end = Date.now() + patience;
  for (;;) {
    const problem = await tryPort(port);
    if (problem !== 'EADDRINUSE' || Date.now() >= end) return problem;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function tryPort(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(null)));
  });
}

function end(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
