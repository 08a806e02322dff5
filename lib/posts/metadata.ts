/**
 * The optional block at the top of a post's body that says what GitHub has no field for. Three
 * notations: YAML front matter, the same YAML inside a first HTML comment (invisible on GitHub),
 * and OneBlog's fenced `backmatter` JSON. A bad block never breaks a post: it is left out, and
 * `problems` tells the author why.
 */
import { parseDocument } from 'yaml';
import { type Fields, isFields } from '../unknown-fields';
import {
  type Block,
  findBackmatter,
  findBlock,
  findComment,
  findFrontMatter,
  plainLines,
} from './metadata-block';

export interface Metadata {
  /** ISO 8601 in UTC. */
  date: string | null;
  canonical: string | null;
  description: string | null;
  cover: string | null;
  slug: string | null;
  /** GitHub logins. */
  authors: string[];
  /** BCP 47. */
  language: string | null;
}

export interface MetadataProblem {
  message: string;
  /** 1-based line of the body. */
  line: number;
}

export interface ParsedBody {
  metadata: Metadata;
  /** The body without its metadata block, with LF line ends. */
  text: string;
  problems: MetadataProblem[];
}

/** Every key that is understood, with the field it fills; the third column is OneBlog's. */
const KEYS: Readonly<Record<string, keyof Metadata>> = {
  date: 'date',
  published: 'date',
  publisheddate: 'date',
  canonical: 'canonical',
  canonicalurl: 'canonical',
  description: 'description',
  summary: 'description',
  cover: 'cover',
  image: 'cover',
  slug: 'slug',
  author: 'authors',
  authors: 'authors',
  language: 'language',
  lang: 'language',
};

/** @param body as GitHub has it; null and CRLF are fine */
export function parseBody(body: string | null): ParsedBody {
  const source = plainLines(body ?? '');
  const block = findBlock(source);
  if (!block) return { metadata: emptyMetadata(), text: source, problems: [] };
  const { values, problems } = readYaml(block);
  const known = Object.keys(values).some((key) => fieldOf(key));
  if (block.optional && !known) return { metadata: emptyMetadata(), text: source, problems: [] };
  const metadata = readFields(values, block.line, problems);
  problems.push(...secondBlock(source, block.text));
  return { metadata, text: block.text, problems };
}

/** Two blocks are one too many: the second is text, which its author hardly means. */
function secondBlock(source: string, text: string): MetadataProblem[] {
  const rest = text.trimStart();
  const block = findFrontMatter(rest) ?? findComment(rest) ?? findBackmatter(text);
  if (!block || !Object.keys(readYaml(block).values).some((key) => fieldOf(key))) return [];
  const before = source.slice(0, source.lastIndexOf(block.source));
  const message = 'There is a second metadata block; only the first one counts.';
  return [{ message, line: before.split('\n').length }];
}

function emptyMetadata(): Metadata {
  return {
    date: null,
    canonical: null,
    description: null,
    cover: null,
    slug: null,
    authors: [],
    language: null,
  };
}

/** JSON is YAML, so one reader does for all three; `maxAliasCount` stops a "billion laughs". */
function readYaml(block: Block): { values: Fields; problems: MetadataProblem[] } {
  const document = parseDocument(block.source, { prettyErrors: false, uniqueKeys: false });
  const [error] = document.errors;
  if (error) {
    const line = block.line + block.source.slice(0, error.pos[0]).split('\n').length - 1;
    const message = `The metadata is not valid YAML: ${error.message.split('\n')[0]}`;
    return { values: {}, problems: [{ message, line }] };
  }
  try {
    const values: unknown = document.toJS({ maxAliasCount: 20 });
    if (isFields(values)) return { values, problems: [] };
    const message = 'The metadata should be a list of "name: value" lines.';
    return { values: {}, problems: values === null ? [] : [{ message, line: block.line }] };
  } catch {
    const message = 'The metadata repeats itself through too many aliases.';
    return { values: {}, problems: [{ message, line: block.line }] };
  }
}

function readFields(values: Fields, line: number, problems: MetadataProblem[]): Metadata {
  const metadata = emptyMetadata();
  for (const [key, value] of Object.entries(values)) {
    const field = fieldOf(key);
    if (!field || value === null || value === '') continue;
    const complain = (expected: string) => {
      const shown = JSON.stringify(value)?.slice(0, 80) ?? String(value);
      problems.push({ message: `${key} should be ${expected}; got ${shown}.`, line });
    };
    if (field === 'authors') metadata.authors = readAuthors(value, complain);
    else metadata[field] = READERS[field](String(value).trim(), complain);
  }
  return metadata;
}

type Complain = (expected: string) => void;
type TextField = Exclude<keyof Metadata, 'authors'>;

const READERS: Record<TextField, (value: string, complain: Complain) => string | null> = {
  date: readDate,
  canonical: (value, complain) => readAddress(value, complain),
  cover: (value, complain) => readAddress(value, complain),
  description: (value) => value.replace(/\s+/g, ' ').slice(0, 500),
  slug: (value) => value.slice(0, 256),
  language: readLanguage,
};

const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?[ ]?(Z|[+-]\d{2}:?\d{2})?)?$/i;

function readDate(value: string, complain: Complain): string | null {
  const match = DATE.exec(value);
  const [, year, month, day, hour, , , zone] = match ?? [];
  const zoned = hour && !zone ? `${value}Z` : value;
  const time = Date.parse(zoned.replace(' ', 'T').replace(/ (?=[+-Z])/, ''));
  // A 30th of February would quietly become a day in March.
  const isRealDay = new Date(`${year}-${month}-${day}`).getUTCDate() === Number(day);
  if (!match || Number.isNaN(time) || !isRealDay) {
    complain('a date such as 2026-11-23 or 2026-11-23T09:30:00Z');
    return null;
  }
  return new Date(time).toISOString();
}

function readAddress(value: string, complain: Complain): string | null {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return new URL(value).href;
  complain('an absolute address such as https://example.com/post');
  return null;
}

function readLanguage(value: string, complain: Complain): string | null {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? null;
  } catch {
    complain('a language tag such as en or pt-BR');
    return null;
  }
}

const LOGIN = /^@?([A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38})$/;

function readAuthors(value: unknown, complain: Complain): string[] {
  const entries = Array.isArray(value) ? value : String(value).split(',');
  return entries.flatMap((entry: unknown) => {
    const written = isFields(entry) ? (entry.login ?? entry.url ?? entry.name) : entry;
    const last = String(written).trim().replace(/\/+$/, '').split('/').at(-1) ?? '';
    const login = LOGIN.exec(last)?.[1];
    if (login) return [login];
    complain('GitHub logins');
    return [];
  });
}

/** Which field a key of the block fills, in any of its spellings. */
export function fieldOf(key: string): keyof Metadata | undefined {
  const plain = key.toLowerCase().replace(/[_-]/g, '');
  return Object.hasOwn(KEYS, plain) ? KEYS[plain] : undefined;
}
