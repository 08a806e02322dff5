/**
 * Texts that are not sent yet, kept in the browser: one for each post and each template. Whatever the
 * storage holds was written by another version of this page, or by nobody; it is checked.
 */
import { type Fields, isFields } from '../unknown-fields';
import { FIELD_NAMES, type MetadataFields, type SplitBody } from './metadata-fields';
import type { PostText } from './post-text';

export interface KeptDraft {
  /** Names this draft; a new one begins when it has been sent. */
  id: string;
  post: PostText;
  /** The version of the post that it began with; null for a new post. */
  base: { version: string; title: string; body: string; tags: string[] } | null;
  /** Which tab wrote it last. */
  tab: string;
  /** ISO 8601. */
  keptAt: string;
}

/** @param of a post's number, or a template's id */
export function draftName(of: number | string): string {
  return typeof of === 'number' ? `draft:post-${of}` : `draft:new:${of}`;
}

/** @returns false where the browser keeps nothing */
export function keepDraft(name: string, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** @param name see `draftName` @returns null where nothing is kept, or nothing of ours */
export function findDraft(name: string): KeptDraft | null {
  try {
    return readDraft(JSON.parse(localStorage.getItem(name) ?? 'null'));
  } catch {
    return null;
  }
}

/** @param name see `draftName` */
export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** @returns null for anything that is not a draft */
export function readDraft(value: unknown): KeptDraft | null {
  if (!isFields(value)) return null;
  const { id, tab, keptAt } = value;
  const post = readPost(value.post);
  const base = value.base === null ? null : readBase(value.base);
  if (typeof id !== 'string' || typeof tab !== 'string' || typeof keptAt !== 'string') return null;
  return post && base !== undefined ? { id, tab, keptAt, post, base } : null;
}

function readPost(value: unknown): PostText | null {
  if (!isFields(value)) return null;
  const { title, series } = value;
  const parts = readParts(value.parts);
  const tags = readNames(value.tags);
  if (typeof title !== 'string' || !parts || !tags) return null;
  return { title, parts, tags, series: typeof series === 'number' ? series : null };
}

function readParts(value: unknown): SplitBody | null {
  if (!isFields(value)) return null;
  const { text, block } = value;
  if (typeof text !== 'string' || typeof block !== 'string') return null;
  return { text, block, fields: isFields(value.fields) ? readFields(value.fields) : null };
}

function readFields(value: Fields): MetadataFields {
  const text = (name: string) => {
    const field = value[name];
    return typeof field === 'string' ? field : '';
  };
  const [date, description, slug, canonical, cover, language] = FIELD_NAMES;
  return {
    date: text(date),
    description: text(description),
    slug: text(slug),
    canonical: text(canonical),
    cover: text(cover),
    language: text(language),
  };
}

function readBase(value: unknown): KeptDraft['base'] | undefined {
  if (!isFields(value)) return undefined;
  const { version, title, body } = value;
  const tags = readNames(value.tags);
  if (typeof version !== 'string' || typeof title !== 'string' || typeof body !== 'string') {
    return undefined;
  }
  return tags ? { version, title, body, tags } : undefined;
}

function readNames(value: unknown): string[] | null {
  if (!Array.isArray(value)) return null;
  return value.every((name): name is string => typeof name === 'string') ? value : null;
}
