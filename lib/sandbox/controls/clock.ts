/** The store's clock, which tests may move. */
import { json, type SandboxRequest, type SandboxResponse } from '../http';
import { nullableNumberField, textField } from '../rest/fields';
import { readObject, readTime } from './read';

export function readClock({ primary }: SandboxRequest): SandboxResponse {
  return json(200, { now: new Date(primary.clock.now()).toISOString() });
}

/** `{now: "2026-01-01T00:00:00Z"}` sets the clock, `{advanceMs: 1000}` moves it on. */
export function setClock(request: SandboxRequest): SandboxResponse {
  const fields = readObject(request);
  const { clock } = request.primary;
  const now = textField(fields, 'now');
  if (now !== undefined) clock.set(Date.parse(readTime(now)));
  clock.advance(nullableNumberField(fields, 'advanceMs') ?? 0);
  return readClock(request);
}
