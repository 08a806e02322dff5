import type { NextApiRequest, NextApiResponse } from 'next';
import { readConfig } from '../../lib/config';
import { getBlog } from '../../lib/posts/blog';
import { renderPreview } from '../../lib/writing/render-preview';

export const config = { api: { bodyParser: { sizeLimit: '640kb' } } };

/** Renders a text as its page is going to show it, for whoever writes on this site. */
export default async function preview(request: NextApiRequest, response: NextApiResponse) {
  response.setHeader('Cache-Control', 'private, no-store');
  const refuse = (status: number, code: string, message: string) =>
    response.status(status).json({ error: { code, message } });
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    return refuse(405, 'method', 'Ask by POST.');
  }
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'] ?? 'same-origin';
  if (site !== 'same-origin' || (origin && origin !== readConfig().site.url)) {
    return refuse(403, 'foreign', 'Previews are for the pages of this site.');
  }
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return refuse(415, 'type', 'Send application/json.');
  }
  const blog = getBlog();
  if (!blog) return refuse(503, 'unconfigured', 'Nothing is connected to this site yet.');
  const result = await renderPreview(blog, request.body);
  if (result.kind === 'preview') return response.status(200).json(result.preview);
  if (result.kind === 'invalid') {
    return refuse(422, 'invalid', 'Expected { body: text, kind: "post" or "comment", number }.');
  }
  if (result.kind === 'too-long') {
    return refuse(422, 'too-long', 'A text has at most 65,536 characters on GitHub.');
  }
  response.setHeader('Retry-After', '2');
  return refuse(503, 'busy', 'Too many previews are being made; try again in a moment.');
}
