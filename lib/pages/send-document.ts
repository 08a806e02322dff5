/** A document as HTTP's answer, with "not modified" for whoever has it. Source: RFC 9110, section 13. */
import Negotiator from 'negotiator';
import type { NextApiRequest, NextApiResponse } from 'next';
import { isGitHubError } from '../github/errors';
import type { TextDocument } from './text-document';

/**
 * Answers a GET or HEAD.
 * @param load gives null where there is no such document, which is a 404
 * @throws whatever `load` throws, but GitHub's errors, which are a 503
 */
export async function sendDocument(
  request: NextApiRequest,
  response: NextApiResponse,
  load: () => Promise<TextDocument | null>,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD').status(405).send('Ask by GET.\n');
    return;
  }
  const document = await load().catch((error: unknown) => {
    if (isGitHubError(error)) return error;
    throw error;
  });
  if (isGitHubError(document)) {
    response.setHeader('Retry-After', '60').setHeader('Cache-Control', 'no-store');
    response.status(503).send('GitHub cannot be asked at the moment.\n');
    return;
  }
  if (!document) {
    response.status(404).setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.send('There is nothing of that name.\n');
    return;
  }
  const { type, etag, lastModified, links } = document;
  response.setHeader('ETag', etag).setHeader('Last-Modified', lastModified.toUTCString());
  // Everybody asks every time, which is cheap, so that what is taken away is gone at once.
  response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
  if (links.length > 0) response.setHeader('Link', links);
  if (isKnown(request, document)) {
    response.status(304).end();
    return;
  }
  response.status(200).setHeader('Content-Type', `${type}; charset=utf-8`);
  // Not by `send`, which puts an ETag of its own in the place of ours.
  if (request.method === 'HEAD') {
    response.end();
  } else if (new Negotiator(request).encodings(['gzip']).includes('gzip')) {
    response.setHeader('Content-Encoding', 'gzip').appendHeader('Vary', 'Accept-Encoding');
    response.end(await document.gzipped());
  } else {
    response.end(await document.body());
  }
}

/** A time counts only when it is exactly ours, and only where the client knows no ETag. */
function isKnown(request: NextApiRequest, { etag, lastModified }: TextDocument): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) {
    const weak = (tag: string) => tag.trim().replace(/^W\//, '');
    return tags.trim() === '*' || tags.split(',').some((tag) => weak(tag) === weak(etag));
  }
  return request.headers['if-modified-since'] === lastModified.toUTCString();
}
