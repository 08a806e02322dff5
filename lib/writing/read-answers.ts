/** What the site's routes for writing answered, checked as far as the editor leans on it. */
import type { PreviewAnswer } from './preview-answer';
import type { PostSource, SavedPost, UploadedImage, WritingOptions } from './shapes';

/** What the editor may offer. */
export function isOptions(value: unknown): value is WritingOptions {
  return has(value, {
    templates: 'object',
    tags: 'object',
    series: 'object',
    mayPublish: 'boolean',
  });
}

/** A post as it is edited. */
export function isSource(value: unknown): value is PostSource {
  return has(value, {
    number: 'number',
    title: 'string',
    body: 'string',
    version: 'string',
    authors: 'object',
  });
}

/** What became of a post that was sent. */
export function isSaved(value: unknown): value is SavedPost {
  return has(value, { number: 'number', url: 'string', standing: 'string', missing: 'object' });
}

/** Where a picture is now. */
export function isUploaded(value: unknown): value is UploadedImage {
  return has(value, { url: 'string' });
}

/** A text as it is going to be shown. */
export function isPreview(value: unknown): value is PreviewAnswer {
  return has(value, { html: 'string', tableOfContents: 'object', metadata: 'object' });
}

function has(value: unknown, types: Readonly<Record<string, string>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(types).every(([name, type]) => typeof Reflect.get(value, name) === type);
}
