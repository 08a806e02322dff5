/** What the site's routes for writing answer; `pages/api` holds one line for each. */
import { writingRefusal } from '../i18n/writing-refusals';
import { parseNumber } from '../pages/post-page';
import { type Blog, getBlog } from '../posts/blog';
import type { Handlers, ParticipantRequest } from '../session/participant-route';
import { Refusal } from '../session/refusal';
import { createPost } from './create-post';
import { openSource, savePost } from './edit-post';
import { getWritingOptions } from './get-options';
import { readNewPost, readPostChanges } from './read-requests';
import { refusal } from './refusals';
import { renderPreview } from './render-preview';
import { uploadImage } from './upload-image';

export const previewHandlers: Handlers = {
  async POST({ body }) {
    const blog = requireBlog();
    const { language } = blog.config.site;
    const result = await renderPreview(blog, body);
    if (result.kind === 'preview') return { status: 200, body: result.preview };
    if (result.kind === 'too-long') throw refusal(422, 'body-too-long', language);
    if (result.kind === 'invalid') throw refusal(422, 'invalid', language);
    throw new Refusal(503, 'busy', { message: writingRefusal('busy', language), retryAfter: 2 });
  },
};

export const writingHandlers: Handlers = {
  async GET({ participant }) {
    return { status: 200, body: await getWritingOptions(requireBlog(), participant) };
  },
};

export const postsHandlers: Handlers = {
  async POST({ participant, body }) {
    const blog = requireBlog();
    const post = readNewPost(body);
    if (!post) throw refusal(422, 'invalid', blog.config.site.language);
    return { status: 201, body: await createPost(blog, participant, post) };
  },
};

export const postHandlers: Handlers = {
  async PATCH(request) {
    const blog = requireBlog();
    const changes = readPostChanges(request.body);
    if (!changes) throw refusal(422, 'invalid', blog.config.site.language);
    const saved = await savePost(blog, request.participant, numberIn(request), changes);
    return { status: 200, body: saved };
  },
};

export const sourceHandlers: Handlers = {
  async GET(request) {
    const source = await openSource(requireBlog(), request.participant, numberIn(request));
    return { status: 200, body: source };
  },
};

export const uploadHandlers: Handlers = {
  async POST({ participant, body }) {
    return { status: 201, body: await uploadImage(requireBlog(), participant, body) };
  },
};

/** Nobody is signed in to a blog that is connected to nothing. */
function requireBlog(): Blog {
  const blog = getBlog();
  if (!blog) throw new Refusal(503, 'off');
  return blog;
}

function numberIn({ query }: ParticipantRequest): number {
  const number = parseNumber(query.number ?? '');
  if (number === null) throw new Refusal(404, 'not-found');
  return number;
}
