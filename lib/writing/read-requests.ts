/** What the editor sends, checked. Pure; null for anything that is not what was expected. */
import { isFields } from '../unknown-fields';
import { countCharacters, LONGEST_LABEL } from './limits';
import type { Intent, NewPost, PostChanges } from './shapes';

/** @param sent the body of a request for a new post */
export function readNewPost(sent: unknown): NewPost | null {
  if (!isFields(sent)) return null;
  const { key, title, body, intent } = sent;
  const tags = readNames(sent.tags);
  const series = readSeries(sent.series);
  if (typeof key !== 'string' || !/^[\w-]{8,64}$/.test(key)) return null;
  if (typeof title !== 'string' || typeof body !== 'string') return null;
  if (!tags || series === undefined || (intent !== 'publish' && intent !== 'draft')) return null;
  return { key, title, body, tags, series, intent };
}

/** @param sent the body of a request that changes a post */
export function readPostChanges(sent: unknown): PostChanges | null {
  if (!isFields(sent)) return null;
  const { version, title, body, intent } = sent;
  const tags = readNames(sent.tags);
  const tagsBefore = readNames(sent.tagsBefore);
  const series = readSeries(sent.series);
  if (typeof version !== 'string' || typeof title !== 'string' || typeof body !== 'string') {
    return null;
  }
  if (!tags || !tagsBefore || series === undefined || !isIntent(intent)) return null;
  return { version, title, body, tags, tagsBefore, series, intent };
}

/** More than any post has. */
const MOST_TAGS = 50;

/** Tags that are longer than GitHub takes are no tags. */
function readNames(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length > MOST_TAGS) return null;
  const names = value.filter((name): name is string => typeof name === 'string' && name !== '');
  return names.length === value.length &&
    names.every((name) => countCharacters(name) <= LONGEST_LABEL)
    ? names
    : null;
}

function readSeries(value: unknown): number | null | undefined {
  if (value === null) return null;
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}

function isIntent(value: unknown): value is Intent {
  return value === 'publish' || value === 'draft' || value === 'keep';
}
