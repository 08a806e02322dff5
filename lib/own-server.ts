/** Requests of this process to itself: only a request may have Next render a page. */
import { get, type IncomingMessage } from 'node:http';
import { BASE_PATH } from './base-path';

/**
 * @param path below `BASE_PATH`
 * @param patience milliseconds
 * @throws Error when it does not answer
 */
export function askOwnServer(
  path: string,
  patience: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<IncomingMessage> {
  const signal = AbortSignal.timeout(patience);
  // A connection of its own each time: one that is kept would keep a server from ending.
  return new Promise((resolve, reject) => {
    const options = { agent: false, headers, signal };
    get(`${ownOrigin()}${BASE_PATH}${path}`, options, resolve).once('error', reject);
  });
}

/** Next tells its own address once it listens. */
export function ownOrigin(): string {
  return process.env.__NEXT_PRIVATE_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`;
}
