/** Bodies that do not come; what else a request may be wrong in is in test/site/webhook-route.test.ts. */
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DeliveryError, receiveDelivery } from '../../lib/webhook/receive';

let server: Server;
let port = 0;
const refusals: unknown[] = [];

beforeAll(async () => {
  server = createServer((request) => {
    receiveDelivery(request, 'secret', 200).catch((error: unknown) => refusals.push(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;
});

afterAll(() => server.close());

const HEAD = [
  'POST /api/webhook HTTP/1.1',
  'Host: blog.example',
  'X-Hub-Signature-256: sha256=00',
  'Content-Length: 1000',
].join('\r\n');

it.each([
  ['stalls', 408, false],
  ['breaks off', 400, true],
])('gives up on a body that %s', async (_, status, breaksOff) => {
  refusals.length = 0;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(`${HEAD}\r\n\r\n{"half":`, () => breaksOff && socket.destroy());
  await expect.poll(() => refusals.length, { timeout: 10_000 }).toBe(1);
  expect(refusals[0]).toBeInstanceOf(DeliveryError);
  expect(refusals[0]).toMatchObject({ status });
  socket.destroy();
});
