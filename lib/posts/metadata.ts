/**
 * What a post's metadata block says, for which GitHub has no field. A bad block never breaks a post: it
 * is left out, and `problems` tells the author why. Where the block stands: metadata-block.ts.
 */
import {
  type Block,
  findBackmatter,
  findBlock,
  findComment,
  findFrontMatter,
  plainLines,
} from './metadata-block';
import { readYaml, type YamlValue } from './read-yaml';

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
  const { values, problems } = readBlock(block);
  const known = hasKnownKey(values);
  if (block.optional && !known) return { metadata: emptyMetadata(), text: source, problems: [] };
  const metadata = readFields(values, block.line, problems);
  problems.push(...secondBlock(source, block.text));
  return { metadata, text: block.text, problems };
}

/** Two blocks are one too many: the second is text, which its author hardly means. */
function secondBlock(source: string, text: string): MetadataProblem[] {
  const rest = text.trimStart();
  const block = findFrontMatter(rest) ?? findComment(rest) ?? findBackmatter(text);
  if (!block || !hasKnownKey(readBlock(block).values)) return [];
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

interface BlockReading {
  values: ReadonlyMap<string, YamlValue>;
  problems: MetadataProblem[];
}

function readBlock(block: Block): BlockReading {
  const reading = readYaml(block.source);
  if (reading.kind === 'read') return { values: reading.values, problems: [] };
  const line = block.line + block.source.slice(0, reading.at).split('\n').length - 1;
  return { values: new Map(), problems: [{ message: reading.message, line }] };
}

function hasKnownKey(values: ReadonlyMap<string, YamlValue>): boolean {
  return [...values.keys()].some((key) => fieldOf(key));
}

function readFields(
  values: ReadonlyMap<string, YamlValue>,
  line: number,
  problems: MetadataProblem[],
): Metadata {
  const metadata = emptyMetadata();
  for (const [key, value] of values) {
    const field = fieldOf(key);
    if (!field || value === null || value === '') continue;
    const complain = (expected: string) => {
      const shown = JSON.stringify(value, writable)?.slice(0, 80) ?? 'more than that';
      problems.push({ message: `${key} should be ${expected}; got ${shown}.`, line });
    };
    if (field === 'authors') metadata.authors = readAuthors(value, complain);
    else if (typeof value === 'object' || value === undefined) complain('one value');
    else metadata[field] = READERS[field](String(value).trim(), complain);
  }
  return metadata;
}

/** A list's entries as JSON can write them. */
const writable = (_: string, value: unknown): unknown =>
  value instanceof Map ? Object.fromEntries(value) : value;

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

function readAuthors(value: YamlValue, complain: Complain): string[] {
  const entries = typeof value === 'object' ? (value ?? []) : String(value ?? '').split(',');
  return entries.flatMap((entry) => {
    const written =
      typeof entry === 'object'
        ? (entry.get('login') ?? entry.get('url') ?? entry.get('name') ?? '')
        : entry;
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
