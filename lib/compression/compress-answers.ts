/**
 * Compresses what this process answers. Pages, their data, scripts and styles have a known length and
 * a mark of their content (ETag), so that their compressed copies are kept; whatever else there is is
 * compressed on the way by the library that Next would use, which is switched off in next.config.js.
 */
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import Negotiator from 'negotiator';
import { createPackedAnswers, type Encoding, nameOf, type PackedAnswers } from './packed-answers';

/** Bytes below which compressing costs more than it saves, and above which it may not be waited for. */
const SMALLEST = 1_024;
const LARGEST = 512 * 1_024;

/** The best first. */
const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];

const TEXT =
  /^(?:text\/|application\/(?:javascript|(?:[\w.-]+\+)?(?:json|xml))\b|image\/svg\+xml\b)/;

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

/** Sends the kept copy of an answer, whether its bytes come at once or one after the other. */
function packWhole(
  request: IncomingMessage,
  response: ServerResponse,
  answers: PackedAnswers,
): void {
  const { write, end } = response;
  const parts: Buffer[] = [];

  response.write = (part: unknown, ...rest: unknown[]) => {
    if (parts.length === 0 && !isPackable(response, lengthOf(response))) {
      return Reflect.apply(write, response, [part, ...rest]);
    }
    parts.push(bytesOf(part, rest));
    const done = rest.find((one) => typeof one === 'function');
    if (done) process.nextTick(done);
    return true;
  };

  response.end = (last?: unknown, ...rest: unknown[]) => {
    const isText = typeof last === 'string' || last instanceof Uint8Array;
    if (isText) parts.push(bytesOf(last, rest));
    const whole = parts.length > 0 ? Buffer.concat(parts) : null;
    const encoding = whole && isPackable(response, whole.length) ? acceptedBy(request) : null;
    if (!whole || !encoding) return Reflect.apply(end, response, [whole ?? last, ...rest]);
    const name = nameOf(String(response.getHeader('ETag')), request.url ?? '');
    const packed = answers.pack(name, whole, encoding);
    response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Length', packed.length);
    return Reflect.apply(end, response, [packed, ...rest]);
  };
}

/** @param rest how a text is encoded, among what follows it */
function bytesOf(part: unknown, [encoding]: readonly unknown[]): Buffer {
  if (part instanceof Uint8Array) return Buffer.from(part);
  const isNamed = typeof encoding === 'string' && Buffer.isEncoding(encoding);
  return Buffer.from(String(part), isNamed ? encoding : 'utf8');
}

function lengthOf(response: ServerResponse): number {
  return Number(response.getHeader('Content-Length') ?? 0);
}

function isPackable(response: ServerResponse, length: number): boolean {
  return (
    !response.headersSent &&
    (response.statusCode === 200 || response.statusCode === 404) &&
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
