/** A sandbox, a client for its REST API and somebody who listens to its webhooks. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';
import type { ServerOptions } from '../../lib/sandbox/server';
import { startSandbox } from '../../lib/sandbox/server';

export type Json = Record<string, unknown>;

export interface Answer {
  status: number;
  headers: Headers;
  /** The parsed body; null without one. */
  body: unknown;
}

export interface Received {
  headers: Record<string, string>;
  text: string;
  event: string;
  action: string | null;
  payload: Json;
}

export async function startRig(options: ServerOptions = {}) {
  const receiver = await startReceiver();
  const hook = { url: receiver.url, secret: 'it is a secret to everybody' };
  const sandbox = await startSandbox({ hook, ...options });
  return {
    ...sandbox,
    secret: hook.secret,
    receiver,
    call: (method: string, path: string, body?: unknown, token: string | null = 'author-token') =>
      call(sandbox.url, method, path, body, token),
    async stop() {
      await sandbox.close();
      await receiver.close();
    },
  };
}

export type Rig = Awaited<ReturnType<typeof startRig>>;

async function call(
  url: string,
  method: string,
  path: string,
  body: unknown,
  token: string | null,
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text || null,
  };
}

async function startReceiver() {
  const received: Received[] = [];
  let status = 202;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString('utf8');
    const payload: Json = JSON.parse(text.startsWith('{') ? text : '{}');
    received.push({
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      text,
      event: String(request.headers['x-github-event']),
      action: typeof payload.action === 'string' ? payload.action : null,
      payload,
    });
    response.writeHead(status).end('thanks');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answerWith(next: number) {
      status = next;
    },
    names: () => received.map(({ event, action }) => (action ? `${event}.${action}` : event)),
    /** Waits for that many deliveries and gives them all. */
    async arrivals(count: number): Promise<Received[]> {
      await vi.waitFor(
        () => {
          if (received.length < count) throw new Error(`${received.length} of ${count} came`);
        },
        { timeout: 15_000, interval: 10 },
      );
      return received;
    },
    /** Waits for one event and gives its payload. */
    arrival(event: string, action: string | null): Promise<Received> {
      return vi.waitFor(
        () => {
          const found = received.find((one) => one.event === event && one.action === action);
          if (!found) throw new Error(`no ${event}.${action} came`);
          return found;
        },
        { timeout: 15_000, interval: 10 },
      );
    },
    forget() {
      received.length = 0;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A property deep in JSON: `pick(body, 'user.login')`; undefined where there is none. */
export function pick(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    return typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined;
  }, value);
}

/** One property of each entry of a list. */
export function pluck(value: unknown, path: string): unknown[] {
  return Array.isArray(value) ? value.map((entry) => pick(entry, path)) : [];
}
