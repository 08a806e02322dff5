/**
 * Compresses what this process answers. Pages, their data and feeds come whole and with a mark of
 * their content (ETag), so that their compressed copies are kept; whatever else there is, scripts and
 * long answers, is compressed on the way by the library that Next would use, which is switched off in
 * next.config.js.
 */
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import Negotiator from 'negotiator';
import { createPackedAnswers, type Encoding, type PackedAnswers } from './packed-answers';

/** Bytes below which compressing costs more than it saves, and above which it may not be waited for. */
const SMALLEST = 1_024;
const LARGEST = 512 * 1_024;

/** The best first. */
const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];

const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b)/;

/** The channel is described in Node's documentation of `diagnostics_channel`. */
export function compressAnswers(): void {
  const onTheWay = compression();
  const answers = createPackedAnswers();
  subscribe('http.server.request.start', (message) => {
    const { request, response } = Object(message);
    if (!(request instanceof IncomingMessage && response instanceof ServerResponse)) return;
    // Typed for Express, it takes Node's own.
    Reflect.apply(onTheWay, null, [request, response, () => {}]);
    if (request.method === 'GET') packWhole(request, response, answers);
  });
}

/** Sends the kept copy where an answer ends with all its bytes at once. */
function packWhole(
  request: IncomingMessage,
  response: ServerResponse,
  answers: PackedAnswers,
): void {
  const end = response.end;
  response.end = (body?: unknown, ...rest: unknown[]) => {
    const whole = wholeOf(body);
    const encoding = whole && isPackable(response, whole) ? acceptedBy(request) : null;
    if (!whole || !encoding) return Reflect.apply(end, response, [body, ...rest]);
    const name = `${response.getHeader('ETag')} ${request.url}`;
    const packed = answers.pack(name, whole, encoding);
    response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Length', packed.length);
    return Reflect.apply(end, response, [packed, ...rest]);
  };
}

function wholeOf(body: unknown): Buffer | null {
  if (Buffer.isBuffer(body)) return body;
  return typeof body === 'string' && body.length >= SMALLEST ? Buffer.from(body) : null;
}

function isPackable(response: ServerResponse, { length }: Buffer): boolean {
  return (
    !response.headersSent &&
    response.hasHeader('ETag') &&
    !response.hasHeader('Content-Encoding') &&
    length >= SMALLEST &&
    length <= LARGEST &&
    TEXT.test(String(response.getHeader('Content-Type'))) &&
    !/no-transform/.test(String(response.getHeader('Cache-Control')))
  );
}

function acceptedBy(request: IncomingMessage): Encoding | null {
  const accepted = new Negotiator(request).encodings(ENCODINGS);
  return ENCODINGS.find((encoding) => accepted.includes(encoding)) ?? null;
}
