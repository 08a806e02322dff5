/** Typed reading of arguments that the schema has already checked. */
import type { Arguments } from './types';

export function readText(args: Arguments, name: string): string | null {
  const value = args[name];
  return typeof value === 'string' ? value : null;
}

/** @throws Error where the schema promised a text and there is none: a mistake in the resolver */
export function requireText(args: Arguments, name: string): string {
  const value = readText(args, name);
  if (value === null) throw new Error(`The argument ${name} should be a text.`);
  return value;
}

export function readNumber(args: Arguments, name: string): number | null {
  const value = args[name];
  return typeof value === 'number' ? value : null;
}

export function readFlag(args: Arguments, name: string): boolean | null {
  const value = args[name];
  return typeof value === 'boolean' ? value : null;
}

/** Null where the argument is missing, which is not the same as an empty list. */
export function readTexts(args: Arguments, name: string): string[] | null {
  const value = args[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null;
}

/** An input object such as `orderBy` or a mutation's `input`; empty where it is missing. */
export function readObject(args: Arguments, name: string): Arguments {
  const value = args[name];
  return isObject(value) ? value : {};
}

/** Whether the argument is written out as `null`, which some filters treat as "none". */
export function isNull(args: Arguments, name: string): boolean {
  return args[name] === null;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
