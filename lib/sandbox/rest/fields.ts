/** Reading the fields of a JSON body, which may hold anything. */
import { readJson } from '../http';
import { SandboxError } from '../store';
import type { RestRequest } from './router';

export type Fields = Readonly<Record<string, unknown>>;

/** @throws SandboxError for what is not a JSON object */
export function readFields(request: RestRequest): Fields {
  const value = readJson(request);
  if (!isFields(value)) throw new SandboxError('bad-request', 'Body should be a JSON object');
  return value;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws SandboxError 422 for anything but a text; undefined where the field is missing */
export function textField(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw wrongType(value, 'string');
  return value;
}

/** Like `textField`, but null is a value; `false` is what old Emacs clients send for it. */
export function nullableTextField(fields: Fields, name: string): string | null | undefined {
  const value = fields[name];
  return value === null || value === false ? null : textField(fields, name);
}

/** @throws SandboxError 422 for anything but a list of texts or of objects with that key */
export function listField(fields: Fields, name: string, key: string): string[] | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return [value];
  return texts(value, key);
}

/** @param key the property that holds the text where an entry is an object */
export function texts(value: unknown, key: string): string[] {
  if (!Array.isArray(value)) throw wrongType(value, 'array');
  return value.map((entry: unknown) => {
    const text = isFields(entry) ? entry[key] : entry;
    if (typeof text !== 'string') throw wrongType(entry, 'string');
    return text;
  });
}

/** Null takes something away; undefined leaves it. */
export function nullableNumberField(fields: Fields, name: string): number | null | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return value;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) throw wrongType(value, 'integer');
  return number;
}

export function booleanField(fields: Fields, name: string): boolean | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw wrongType(value, 'boolean');
  return value;
}

/** One of a few words, in any case. */
export function choiceField<Choice extends string>(
  fields: Fields,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = textField(fields, name);
  if (text === undefined) return undefined;
  const found = choices.find((choice) => choice === text.toLowerCase());
  if (!found) throw wrongType(text, choices.join(', '));
  return found;
}

function wrongType(value: unknown, expected: string): SandboxError {
  return new SandboxError(
    'unprocessable',
    `Invalid request.\n\nFor 'properties', ${JSON.stringify(value)} is not a ${expected}.`,
  );
}
