/** What a discussion refuses, by name. */
import type { DiscussionRefusalCode } from '../i18n/discussion-refusals';

/** Why something in a discussion is not done; the route says it in the site's language. */
export class DiscussionRefusal extends Error {
  override name = 'DiscussionRefusal';
  readonly code: DiscussionRefusalCode;

  constructor(code: DiscussionRefusalCode) {
    super(code);
    this.code = code;
  }

  get status(): number {
    return STATUSES[this.code];
  }
}

const STATUSES: Readonly<Record<DiscussionRefusalCode, number>> = {
  'bad-request': 400,
  empty: 422,
  'too-long': 422,
  'not-a-post': 404,
  'no-such-comment': 404,
  'no-such-reaction': 404,
  locked: 403,
  archived: 403,
  'not-yours': 403,
  'not-allowed': 403,
  'changed-meanwhile': 409,
};
