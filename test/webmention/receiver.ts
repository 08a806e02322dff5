/** Another site that wants to be told of links to its pages, on a port of its own. */
import { createServer } from 'node:http';

export interface Receiver {
  /** Without a trailing slash. */
  url: string;
  /** What it was told: `/page < source`, in order. */
  told: string[];
  /** Paths it was asked for by GET. */
  asked: string[];
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const told: string[] = [];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://x');
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        const form = new URLSearchParams(body);
        const target = new URL(form.get('target') ?? '');
        told.push(`${target.pathname} < ${form.get('source')}${search}`);
        response.writeHead(pathname === '/broken' ? 500 : 202).end('{"status":"queued"}');
      });
      return;
    }
    asked.push(pathname);
    const html = { 'Content-Type': 'text/html; charset=utf-8' };
    if (pathname === '/by-header') {
      response.writeHead(200, { ...html, Link: '</tell?by=header>; rel="webmention"' }).end();
    } else if (pathname === '/by-link') {
      response.writeHead(200, html).end('<link rel="webmention" href="/tell">');
    } else if (pathname === '/moved') {
      response.writeHead(302, { Location: '/by-link' }).end();
    } else if (pathname === '/circle') {
      response.writeHead(302, { Location: '/circle' }).end();
    } else if (pathname === '/broken-page') {
      response.writeHead(200, html).end('<link rel="webmention" href="/broken">');
    } else if (pathname === '/endless') {
      response.writeHead(200, html);
      const more = () => {
        while (!response.destroyed && response.write('<p>more</p>'.repeat(5_000)));
      };
      response.on('drain', more);
      more();
    } else if (pathname === '/silent') {
      // Never answers.
    } else {
      response.writeHead(pathname === '/missing' ? 404 : 200, html).end('<p>Nothing to tell.');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    told,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
