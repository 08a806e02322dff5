/** A request's JSON, read no further than it may be long. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal';

/**
 * @returns null for no body
 * @throws Refusal 413 for more than `maxBytes`, 415 for another type than JSON, 400 for no JSON
 */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  if (Number(request.headers['content-length']) > maxBytes) throw new Refusal(413, 'too-large');
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop would close the connection before there is an answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > maxBytes) throw new Refusal(413, 'too-large');
    chunks.push(bytes);
  }
  if (length === 0) return null;
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw new Refusal(415, 'not-json');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'not-json');
  }
}
