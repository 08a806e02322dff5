/** What keeps an open page current; `lib/discussion/listen-to-page.ts` listens to it. */
import type { NextApiRequest, NextApiResponse } from 'next';
import { withoutBase } from '../../lib/base-path';
import { currentRevision, onPageChange } from '../../lib/cache/page-changes';
import { readConfig } from '../../lib/config';
import { metrics } from '../../lib/observe/metrics';
import { clientOf, limited } from '../../lib/security/limited';

export const config = { api: { bodyParser: false } };

/** Open pages of one address at a time. A school is one; a page that may not stay open asks now and then. */
const MOST_OPEN = 250;
const openOf = new Map<string, number>();

/** Server-sent events for one open page: its revision, whenever that is not the reader's any more. */
export default limited({ perMinute: 300 }, live);

function live(request: NextApiRequest, response: NextApiResponse): void {
  const { path, revision } = request.query;
  if (request.method !== 'GET') {
    response.setHeader('Allow', 'GET').status(405).json({ error: 'Ask by GET.' });
    return;
  }
  if (typeof path !== 'string' || !path.startsWith('/') || path.length > 2_000) {
    response.status(400).json({ error: 'path should be the path of a page; got something else.' });
    return;
  }
  // A platform without long connections: 204 tells the browser not to come again.
  if (!readConfig().pushes) {
    response.status(204).end();
    return;
  }
  const client = clientOf(request);
  if (client !== null) {
    const open = openOf.get(client) ?? 0;
    if (open >= MOST_OPEN) {
      response.setHeader('Retry-After', 60).status(429);
      response.json({ error: 'Too many pages are open; this one asks for news by itself.' });
      return;
    }
    openOf.set(client, open + 1);
  }
  // Without no-transform a compressing server keeps events back.
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.write('retry: 2000\n\n');
  const tell = (current: string) => response.write(`data: ${current}\n\n`);
  const page = withoutBase(path);
  const current = currentRevision(page);
  if (current && current !== revision) tell(current);
  const stop = onPageChange(page, tell);
  const { openPages } = metrics();
  openPages.inc();
  const heartbeat = setInterval(() => response.write(': still here\n\n'), 25_000);
  // The request's own close event comes too early; see "Server-sent events" in Node's http docs.
  response.on('close', () => {
    clearInterval(heartbeat);
    openPages.dec();
    if (client !== null) close(client);
    stop();
  });
}

function close(client: string): void {
  const left = (openOf.get(client) ?? 1) - 1;
  if (left > 0) openOf.set(client, left);
  else openOf.delete(client);
}
