/** Making the API fail on demand, in the shapes GitHub fails in. */
import { setTimeout as sleep } from 'node:timers/promises';
import { html, json, type SandboxRequest, type SandboxResponse } from './http';
import { rateHeaders, rateStatus } from './rate-limit';
import { isWrite } from './request-log';

/** What faults reach: never the controls, the HTML pages, sign-in or git. */
export function isApiPath(path: string): boolean {
  return /^\/(repos|user|users|graphql|app|app-manifests|installation|repositories|rate_limit|notifications|meta|zen|orgs|issues|search)(\/|$)/.test(
    path,
  );
}

/**
 * What the set fault makes of a request: `null` to go on, `'cut'` to reset the connection, or the
 * answer to give instead.
 */
export async function applyFault(request: SandboxRequest): Promise<SandboxResponse | 'cut' | null> {
  const { mode, ms } = request.primary.faults.api;
  switch (mode) {
    case 'ok':
      return null;
    case 'slow':
      await sleep(ms);
      return null;
    case 'down':
      return 'cut';
    case '502':
      return unicorn();
    case 'lost-answer':
      return null;
    case 'garbage':
      return { status: 200, headers: JSON_TYPE, body: '{"data":{"repository":{"iss' };
    case 'empty':
      return { status: 200, headers: JSON_TYPE, body: '' };
    case '401':
      return json(401, refusal('Bad credentials', '401'));
    case '403':
      return json(403, refusal('Resource not accessible by personal access token', '403'));
    case 'secondary':
      return json(
        403,
        refusal('You have exceeded a secondary rate limit. Please wait a few minutes.', '403'),
        { 'retry-after': String(ms > 0 ? Math.ceil(ms / 1000) : 60) },
      );
    case 'rate-limited':
      return rateLimited(request, ms > 0 ? Math.ceil(ms / 1000) : null);
  }
}

/** A write that is carried out, although whoever asked for it hears of a failure. */
export function losesAnswer(request: SandboxRequest): boolean {
  return request.primary.faults.api.mode === 'lost-answer' && isWrite(request);
}

/** What GitHub answers when a request took it longer than ten seconds. */
export function unicorn(): SandboxResponse {
  return html(502, '<html><head><title>Unicorn! &middot; GitHub</title></head></html>');
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/**
 * GitHub's answer to whoever spent everything: REST 403, GraphQL 200 with an error.
 * @param seconds until the reset; null for the hour's end
 */
export function rateLimited(request: SandboxRequest, seconds: number | null): SandboxResponse {
  const graphql = request.path === '/graphql';
  const status = rateStatus(request.primary, request.actor, graphql ? 'graphql' : 'core');
  const reset = seconds === null ? status.reset : Math.floor(Date.now() / 1000) + seconds;
  const headers = rateHeaders({ ...status, used: status.limit, remaining: 0, reset });
  const message = `API rate limit exceeded for user ID ${request.actor?.user.id ?? 0}.`;
  if (graphql) return json(200, { errors: [{ type: 'RATE_LIMITED', message }] }, headers);
  return json(403, refusal(message, '403'), headers);
}

function refusal(message: string, status: string) {
  return { message, documentation_url: 'https://docs.github.com/rest', status };
}
