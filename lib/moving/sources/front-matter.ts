/** The block of data at the top of a file, in the notations that site generators read. */
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { valueAt } from '../../unknown-fields';
import { MovingError } from '../moving-error';

export interface FrontMatter {
  /** Names in lower case, without `-` and `_`. */
  values: ReadonlyMap<string, unknown>;
  text: string;
}

const YAML = /^---[ \t]*\n([\s\S]*?)\n?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const TOML = /^\+\+\+[ \t]*\n([\s\S]*?)\n?\+\+\+[ \t]*(?:\n|$)/;
const JSON_BLOCK = /^(\{\n[\s\S]*?\n\})[ \t]*(?:\n|$)/;

/**
 * Reads YAML between `---`, TOML between `+++`, and JSON (the last two are Hugo's).
 * @param name of the file, for the message
 * @throws MovingError when the block is not what its fence says
 */
export function readFrontMatter(source: string, name: string): FrontMatter {
  const plain = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (const [pattern, parse] of NOTATIONS) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const text = plain.slice(match[0].length).replace(/^\n+/, '');
    return { values: toValues(parse, match[1] ?? '', name), text };
  }
  return { values: new Map(), text: plain };
}

const NOTATIONS: readonly [RegExp, (text: string) => unknown][] = [
  [YAML, (text) => parseYaml(text, { maxAliasCount: 20, logLevel: 'error' })],
  [TOML, (text) => parseToml(text)],
  [JSON_BLOCK, (text) => JSON.parse(text)],
];

function toValues(parse: (text: string) => unknown, block: string, name: string) {
  try {
    const parsed = parse(block);
    const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
    return new Map(entries.map(([key, value]) => [key.toLowerCase().replace(/[-_]/g, ''), value]));
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new MovingError(`${name}: the data at its top cannot be read (${why}). Mend it there.`);
  }
}

/** The first of these names that holds something, as text. */
export function textOf({ values }: FrontMatter, ...names: string[]): string | null {
  for (const name of names) {
    const value = values.get(name);
    const found = Array.isArray(value) ? value[0] : value;
    if (typeof found === 'string' && found.trim()) return found.trim();
    if (typeof found === 'number') return String(found);
  }
  return null;
}

/** A time, from whatever a YAML or TOML parser makes of one. @returns ISO 8601, or null */
export function dateOf({ values }: FrontMatter, ...names: string[]): string | null {
  for (const name of names) {
    const time = toTime(values.get(name));
    if (time) return time;
  }
  return null;
}

/** @returns ISO 8601 in UTC, or null for what is no time */
export function toTime(value: unknown): string | null {
  if (value === null || value === undefined || value === '' || value === 0) return null;
  // Ruby writes `2019-01-02 10:00:00 +0100`.
  const text = String(value instanceof Date ? value.toISOString() : value)
    .trim()
    .replace(
      /^(\d{4}-\d\d-\d\d)[ T]+(\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(UTC|Z|[+-]\d\d:?\d\d)?$/,
      (_all, day, time, zone) =>
        `${day}T${time}${zone && zone !== 'UTC' ? zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2') : 'Z'}`,
    );
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/**
 * Names in a list, in a text with commas, or (Jekyll's old way) in a text with spaces; Docusaurus
 * writes objects with a label or a name.
 */
export function namesOf({ values }: FrontMatter, ...fields: string[]): string[] {
  return unique(fields.flatMap((field) => toNames(values.get(field), true)));
}

/** The same of people, whose names have spaces in them. */
export function peopleOf({ values }: FrontMatter, ...fields: string[]): string[] {
  return unique(fields.flatMap((field) => toNames(values.get(field), false)));
}

function unique(names: readonly string[]): string[] {
  const found = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...found.values()];
}

function toNames(value: unknown, spaces: boolean): string[] {
  if (Array.isArray(value)) return value.flatMap(toName);
  if (typeof value !== 'string') return toName(value);
  const parts = value.includes(',') || !spaces ? value.split(',') : value.split(/\s+/);
  return parts.map((part) => part.trim()).filter(Boolean);
}

function toName(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') {
    return [String(value).trim()].filter(Boolean);
  }
  const name = valueAt(value, 'label') ?? valueAt(value, 'name');
  return typeof name === 'string' && name.trim() ? [name.trim()] : [];
}
