import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { NextApiRequest, NextApiResponse } from 'next';
import { isGitHubError } from '../../lib/github/errors';
import { type CardSubject, loadCard } from '../../lib/pages/card-image';
import { nameFrom } from '../../lib/pages/machine-addresses';
import { limited } from '../../lib/security/limited';

export const config = { api: { bodyParser: false } };

/** Drawn cards, about 30 KB each. */
const drawn = new LRUCache<string, Promise<Buffer>>({ max: 500 });

/** The images of cards; proxy.ts leads their addresses here. */
export default limited({ perMinute: 120 }, card);

async function card(request: NextApiRequest, response: NextApiResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD').status(405).end();
    return;
  }
  const subject = toSubject(request.query.kind, request.query.name);
  try {
    const image = subject && (await loadCard(subject));
    if (!image) {
      response.status(404).end();
      return;
    }
    const etag = `"${createHash('sha256').update(image.madeOf).digest('base64url').slice(0, 22)}"`;
    // Chats and timelines keep a card for as long as they like; an hour is a good neighbour's.
    response.setHeader('Cache-Control', 'public, max-age=3600').setHeader('ETag', etag);
    if (request.headers['if-none-match'] === etag) {
      response.status(304).end();
      return;
    }
    const drawing = drawn.get(etag) ?? image.draw();
    drawn.set(etag, drawing);
    drawing.catch(() => drawn.delete(etag));
    response
      .setHeader('Content-Type', 'image/png')
      .status(200)
      .end(await drawing);
  } catch (error) {
    if (!isGitHubError(error)) throw error;
    response.setHeader('Cache-Control', 'no-store').status(503).end();
  }
}

const KINDS = ['site', 'post', 'comment', 'tag', 'author'] as const;

function toSubject(kind: unknown, name: unknown): CardSubject | null {
  const known = KINDS.find((each) => each === kind);
  if (!known || (name !== undefined && typeof name !== 'string')) return null;
  const meant = nameFrom(name ?? '');
  return meant === null ? null : { kind: known, name: meant };
}
