/** Sends the headers of `headers.ts` on a server of one's own; on a platform Next's settings do. */
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import { withoutBase } from '../base-path';
import { readConfig } from '../config';
import { securityHeaders } from './headers';

/** Scripts, styles and fonts: what documents may do does not concern them. */
const FILES = /^\/(?:_next\/static|fonts|reader)\//;
const OF_DOCUMENTS = /^(?:Content-Security|Permissions|Referrer|Cross-Origin-Opener)-Policy$/;

/**
 * What machines and other sites' pages may use: feeds, cards, sources. Where a server has a numeric
 * host name, Next hands such a request on to itself, under the address of the route.
 */
const FOR_OTHERS =
  /^\/(?:card[./]|(?:\w+\/[^/]+\/)?feed\.|post\/\d+\.md|sitemap|search\.json|robots|llms|api\/(?:card|feed|text)\b)/;

/**
 * Puts the security headers on every page and route this process answers. Next would take them from the
 * settings of the build; these follow the settings of the start, as all else does. A route that sets
 * one of them itself wins. The channel is described in Node's documentation of `diagnostics_channel`.
 */
export function setSecurityHeaders(): void {
  const headers = securityHeaders(readConfig());
  const ofFiles = headers.filter(([name]) => !OF_DOCUMENTS.test(name));
  subscribe('http.server.request.start', (message) => {
    const { request, response } = Object(message);
    if (!(request instanceof IncomingMessage && response instanceof ServerResponse)) return;
    const address = withoutBase(request.url ?? '');
    const set = FILES.test(address) ? ofFiles : headers;
    for (const [name, value] of set) response.setHeader(name, value);
    if (FOR_OTHERS.test(address)) {
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    }
  });
}
