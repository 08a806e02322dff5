/** Reading what a control was given. */
import { readJson, type SandboxRequest } from '../http';
import { type Fields, isFields } from '../rest/fields';
import { SandboxError } from '../store';

/** @throws SandboxError for what is not a JSON object */
export function readObject(request: SandboxRequest): Fields {
  const value = readJson(request);
  if (!isFields(value)) throw new SandboxError('bad-request', 'Body should be a JSON object');
  return value;
}

/** @throws SandboxError for what is no time */
export function readTime(text: string): string {
  if (Number.isNaN(Date.parse(text))) {
    throw new SandboxError(
      'unprocessable',
      `'${text}' should be a time such as 2026-01-31T10:00:00Z.`,
    );
  }
  return text;
}

/** A number in these bounds. @throws SandboxError for anything else */
export function readNumber(value: unknown, name: string, min: number, max: number): number {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  const expected = `${name} should be a number from ${min} to ${max}`;
  throw new SandboxError('unprocessable', `${expected}; got ${JSON.stringify(value)}.`);
}
