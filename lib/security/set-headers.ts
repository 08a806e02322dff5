import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import { readConfig } from '../config';
import { securityHeaders } from './headers';

/** Scripts, styles and fonts: nothing of the rest concerns them. */
const FILES = /^\/(?:_next\/static|fonts|reader)\//;

/**
 * Puts the security headers on every page and route this process answers. Next would take them from the
 * settings of the build; these follow the settings of the start, as all else does. A route that sets
 * one of them itself wins. The channel is described in Node's documentation of `diagnostics_channel`.
 */
export function setSecurityHeaders(): void {
  const headers = securityHeaders(readConfig());
  subscribe('http.server.request.start', (message) => {
    const { request, response } = Object(message);
    if (!(request instanceof IncomingMessage && response instanceof ServerResponse)) return;
    if (FILES.test(request.url ?? '')) response.setHeader('X-Content-Type-Options', 'nosniff');
    else for (const [name, value] of headers) response.setHeader(name, value);
  });
}
