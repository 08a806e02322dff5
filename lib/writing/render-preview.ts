/**
 * What a text is going to look like, before it is sent: the renderer of the published pages, in the
 * budget of one body at a time, so that whoever types fast takes nothing from those who read.
 */
import pLimit from 'p-limit';
import type { Blog } from '../posts/blog';
import { parseBody } from '../posts/metadata';
import { renderBody } from '../posts/to-post';
import { fieldsOf } from '../unknown-fields';
import { countCharacters, LONGEST_BODY } from './limits';
import type { PreviewAnswer } from './preview-answer';

export interface PreviewRequest {
  kind: 'post' | 'comment';
  /** The post's number; null for one that is not there yet. */
  number: number | null;
  body: string;
}

export type PreviewResult =
  | { kind: 'preview'; preview: PreviewAnswer }
  | { kind: 'invalid' }
  | { kind: 'too-long' }
  | { kind: 'busy' };

/** Half of the renderer's threads: the other one stays with the pages. */
const oneAtATime = pLimit(1);

/** Previews that may wait; more are asked to come again. */
const LONGEST_QUEUE = 12;

/** @param asked what the browser sent, from anybody */
export async function renderPreview(
  blog: Pick<Blog, 'postContext'>,
  asked: unknown,
): Promise<PreviewResult> {
  const request = readPreviewRequest(asked);
  if (!request) return { kind: 'invalid' };
  if (countCharacters(request.body) > LONGEST_BODY) return { kind: 'too-long' };
  if (oneAtATime.pendingCount >= LONGEST_QUEUE) return { kind: 'busy' };
  return { kind: 'preview', preview: await oneAtATime(() => render(blog, request)) };
}

async function render(
  blog: Pick<Blog, 'postContext'>,
  request: PreviewRequest,
): Promise<PreviewAnswer> {
  const { kind, number, body } = request;
  const parsed = parseBody(kind === 'post' ? body : '');
  const text = kind === 'post' ? parsed.text : body;
  const idPrefix = kind === 'post' ? `post-${number ?? 0}-` : 'comment-preview-';
  const rendered = await renderBody(text, idPrefix, kind, blog.postContext());
  const { html, tableOfContents, excerpt, readingMinutes, warnings } = rendered;
  const { metadata, problems } = parsed;
  return { html, tableOfContents, excerpt, readingMinutes, warnings, metadata, problems };
}

function readPreviewRequest(asked: unknown): PreviewRequest | null {
  const { body, ...fields } = fieldsOf(asked);
  const kind = fields.kind ?? 'comment';
  const number = fields.number ?? null;
  if (typeof body !== 'string' || (kind !== 'post' && kind !== 'comment')) return null;
  if (number === null) return { kind, number, body };
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1) return null;
  return { kind, number, body };
}
