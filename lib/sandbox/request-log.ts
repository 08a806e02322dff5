/** The log of API calls, by which tests count what a page costs. */
import type { SandboxRequest } from './http';

/** @param status 0 where the connection was cut */
export function logRequest(request: SandboxRequest, status: number): void {
  const { requests } = request.primary;
  requests.push({
    method: request.method,
    path: request.url.pathname + request.url.search,
    operation: operationName(request),
    status,
    at: new Date().toISOString(),
  });
  if (requests.length > MAX_LOGGED) requests.splice(0, requests.length - MAX_LOGGED);
}

const MAX_LOGGED = 50_000;

/** The GraphQL operation's name, or its kind where it has none; null for REST. */
function operationName(request: SandboxRequest): string | null {
  if (request.path !== '/graphql') return null;
  const { query, operationName: chosen } = readGraphql(request);
  if (chosen) return chosen;
  const [, kind, name] = OPERATION.exec(query) ?? [];
  return name ?? kind ?? 'query';
}

const OPERATION = /(?:^|\})[\s,]*(query|mutation|subscription)\b\s*([A-Za-z_]\w*)?/;

/** Whether a request changes something, and so must not see a replica's past. */
export function isWrite(request: Pick<SandboxRequest, 'method' | 'path' | 'body'>): boolean {
  if (request.path !== '/graphql') return request.method !== 'GET' && request.method !== 'HEAD';
  return OPERATION.exec(readGraphql(request).query)?.[1] === 'mutation';
}

function readGraphql({ body }: Pick<SandboxRequest, 'body'>) {
  const parsed = parse(body);
  const query = field(parsed, 'query') ?? '';
  return { query: query.replace(/^\s*#.*$/gm, ''), operationName: field(parsed, 'operationName') };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

function field(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' && found !== '' ? found : null;
}
