/**
 * The embedded GitHub on one port: REST and GraphQL in both layouts, the HTML pages, sign-in, git,
 * webhooks, and the controls under `/_sandbox/`. The site needs to know no more of it than
 * `GITHUB_API_URL`.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { authenticate, looksLikeJwt } from './authenticate';
import { handle as avatars } from './avatars';
import { handle as controls } from './controls/route';
import { errorResponse } from './error-response';
import { applyFault, isApiPath, losesAnswer, rateLimited, unicorn } from './faults';
import { closeGit, handle as git } from './git/route';
import { handle as graphql } from './graphql/route';
import { handle as pages } from './html/route';
import type { Handler, SandboxRequest, SandboxResponse } from './http';
import { handle as oauth } from './oauth/route';
import { rateHeaders, rateStatus, refund, spend } from './rate-limit';
import { isWrite, logRequest } from './request-log';
import { handle as rest } from './rest/route';
import { createSandboxStore, type SandboxOptions } from './sandbox-store';
import { notFound, replicaOf, SandboxError, type Store } from './store';
import { startDelivering } from './webhooks/deliver';

/** The first that does not answer null has the word. */
const HANDLERS: readonly Handler[] = [controls, graphql, oauth, git, rest, avatars, pages];

export interface Sandbox {
  /** Without a trailing slash. */
  url: string;
  store: Store;
  close(): Promise<void>;
}

export interface ServerOptions extends SandboxOptions {
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: any free port. */
  port?: number;
}

/** Longer than clients keep an idle connection, so that none is closed under a request. */
const KEEP_ALIVE_MS = 65_000;

/** Starts the embedded GitHub; resolves once it listens. */
export async function startSandbox(options: ServerOptions = {}): Promise<Sandbox> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  const host = options.host ?? '127.0.0.1';
  const url = await listen(server, host, options.port ?? 0);
  const { store, save } = await createSandboxStore(options, url);
  const deliveries = startDelivering(store);
  server.on('request', (request, response) => {
    answer(store, request, response).catch((error: unknown) => {
      console.error(`The embedded GitHub failed at ${request.method} ${request.url}:`, error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end('{"message":"Server Error"}');
    });
  });
  return {
    url,
    store,
    async close() {
      await deliveries.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await closeGit(store);
      await save();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      resolve(`http://${host}:${bound}`);
    });
  });
}

async function answer(
  store: Store,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await readRequest(store, incoming);
  const result = isApiPath(request.path) ? await answerApi(request) : await handle(request);
  if (result === 'cut') {
    incoming.socket.resetAndDestroy();
    return;
  }
  send(request, response, result);
}

async function answerApi(request: SandboxRequest): Promise<SandboxResponse | 'cut'> {
  const result = (await applyFault(request)) ?? (await handleApi(request));
  logRequest(request, result === 'cut' ? 0 : result.status);
  return losesAnswer(request) ? unicorn() : result;
}

async function handleApi(request: SandboxRequest): Promise<SandboxResponse> {
  const { primary, actor, token } = request;
  if (token !== null && !actor && !looksLikeJwt(token)) {
    return errorResponse(new SandboxError('unauthorized', 'Bad credentials'));
  }
  const resource = request.path === '/graphql' ? 'graphql' : 'core';
  if (resource === 'graphql' && !actor) {
    const message = 'This endpoint requires you to be authenticated.';
    return errorResponse(new SandboxError('unauthorized', message));
  }
  const free = request.path === '/rate_limit';
  const rate = free ? rateStatus(primary, actor, resource) : spend(primary, actor, resource);
  if (!rate) return rateLimited(request, null);
  const response = withEtag(request, await handle(request));
  if (response.status === 304) refund(primary, actor, resource);
  return { ...response, headers: { ...rateHeaders(rate), ...response.headers } };
}

async function handle(request: SandboxRequest): Promise<SandboxResponse> {
  try {
    for (const handler of HANDLERS) {
      const response = await handler(request);
      if (response) return response;
    }
    throw notFound();
  } catch (error) {
    return errorResponse(error);
  }
}

async function readRequest(store: Store, incoming: IncomingMessage): Promise<SandboxRequest> {
  const url = new URL(incoming.url ?? '/', store.origin);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const enterprise = /^\/api\/v3(?=\/|$)/.test(url.pathname);
  const request = {
    method: (incoming.method ?? 'GET').toUpperCase(),
    url,
    path: url.pathname.replace(/^\/api\/v3(?=\/|$)/, '').replace(/^\/api\/graphql$/, '/graphql'),
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
    primary: store,
    apiUrl: enterprise ? `${store.origin}/api/v3` : store.origin,
    origin: store.origin,
    ...authenticate(store, incoming.headers),
  };
  return { ...request, store: isWrite(request) ? store : replicaOf(store) };
}

/** GitHub's answers carry a weak tag, and a client that knows it gets a 304 for free. */
function withEtag(request: SandboxRequest, response: SandboxResponse): SandboxResponse {
  if (request.method !== 'GET' || response.status !== 200) return response;
  const digest = createHash('sha256').update(response.body ?? '');
  const etag = `W/"${digest.digest('hex')}"`;
  const headers = {
    etag,
    'cache-control': 'private, max-age=60, s-maxage=60',
    ...response.headers,
  };
  const known = request.headers['if-none-match']?.replace(/^W\//, '');
  if (known && known === etag.replace(/^W\//, '')) return { status: 304, headers: { etag } };
  return { ...response, headers };
}

function send(request: SandboxRequest, response: ServerResponse, result: SandboxResponse): void {
  const body = Buffer.from(result.body ?? '');
  response.writeHead(result.status, {
    ...(isApiPath(request.path) && API_HEADERS),
    ...result.headers,
    ...(result.status !== 204 && result.status !== 304 && { 'content-length': body.length }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const API_HEADERS = {
  server: 'github.com',
  'x-github-media-type': 'github.v3; format=json',
  'x-github-api-version-selected': '2022-11-28',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Retry-After, X-RateLimit-Remaining',
};
