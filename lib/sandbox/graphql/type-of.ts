/** Which object type a value has where the schema only promises an interface or a union. */
import { isObject } from './arguments';
import { EVENT_TYPES } from './objects/timeline';

/** @throws Error for a value that is nothing of the store's */
export function typeOf(value: unknown): string {
  if (isObject(value)) {
    if (isObject(value.event)) return eventType(value.event.kind);
    if ('login' in value && typeof value.type === 'string') return value.type;
    for (const [field, type] of SIGNS) {
      if (field in value) return type;
    }
    if ('labelIds' in value) return value.pullRequest ? 'PullRequest' : 'Issue';
  }
  throw new Error(`The embedded GitHub cannot tell the type of ${JSON.stringify(value)}.`);
}

/** A field that only records of this type have. */
const SIGNS: readonly (readonly [field: string, type: string])[] = [
  ['minimizedReason', 'IssueComment'],
  ['color', 'Label'],
  ['dueOn', 'Milestone'],
  ['defaultBranch', 'Repository'],
  ['reaction', 'Reaction'],
  ['place', 'PinnedIssue'],
  ['text', 'UserContentEdit'],
  ['commitOf', 'Commit'],
  ['directory', 'Tree'],
  ['file', 'Blob'],
  ['ref', 'Ref'],
];

function eventType(kind: unknown): string {
  const found = Object.entries(EVENT_TYPES).find(([name]) => name === kind);
  if (!found) throw new Error(`The embedded GitHub does not know the event ${String(kind)}.`);
  return found[1];
}
