/** Setting faults. What is not named goes back to working. */
import { json, type SandboxRequest, type SandboxResponse } from '../http';
import type { ApiFaultMode } from '../model';
import { type Fields, isFields } from '../rest/fields';
import { noFaults, SandboxError } from '../store';
import { readNumber, readObject } from './read';

const MODES: readonly ApiFaultMode[] = [
  'ok',
  'down',
  '502',
  'rate-limited',
  'slow',
  'garbage',
  'empty',
  '401',
  '403',
  'secondary',
  'lost-answer',
];

/** `{api: {mode, ms, lagMs}, webhooks: {drop, duplicate, reorder, delayMs}}`; either may be missing. */
export function setFaults(request: SandboxRequest): SandboxResponse {
  const fields = readObject(request);
  const { primary } = request;
  const before = primary.faults;
  primary.faults = {
    api: isFields(fields.api) ? readApi(fields.api) : before.api,
    webhooks: isFields(fields.webhooks) ? readWebhooks(fields.webhooks) : before.webhooks,
  };
  if (primary.faults.api.lagMs === 0) primary.journal.versions = [];
  return json(200, primary.faults);
}

function readApi(fields: Fields) {
  const wanted = String(fields.mode ?? 'ok');
  const mode = MODES.find((one) => one === wanted);
  if (!mode) {
    throw new SandboxError(
      'unprocessable',
      `mode should be one of ${MODES.join(', ')}; got '${wanted}'.`,
    );
  }
  const defaults = noFaults().api;
  return {
    mode,
    ms: readNumber(fields.ms ?? defaults.ms, 'ms', 0, 3_600_000),
    lagMs: readNumber(fields.lagMs ?? defaults.lagMs, 'lagMs', 0, 600_000),
  };
}

function readWebhooks(fields: Fields) {
  return {
    drop: readShare(fields.drop, 'drop'),
    duplicate: readShare(fields.duplicate, 'duplicate'),
    reorder: readShare(fields.reorder, 'reorder') > 0,
    delayMs: readNumber(fields.delayMs ?? 0, 'delayMs', 0, 600_000),
  };
}

/** From 0 to 1; `true` is all of them. */
function readShare(value: unknown, name: string): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return readNumber(value ?? 0, name, 0, 1);
}
