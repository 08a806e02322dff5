/** What the routes of a discussion have in common: the blog behind them and the words of refusals. */
import { discussionRefusal } from '../i18n/discussion-refusals';
import { getBlog } from '../posts/blog';
import { type Answer, type ParticipantRequest, Refusal } from '../session/participant-route';
import { type Fields, fieldsOf } from '../unknown-fields';
import { DiscussionRefusal } from './discussion-refusal';
import type { Writing } from './write-comment';

export interface DiscussionRequest extends Writing {
  query: Record<string, string>;
  /** The body's fields; empty for none. */
  fields: Fields;
}

/** A handler for `participantRoute` that may also throw a `DiscussionRefusal`. */
export function inDiscussion(
  handle: (request: DiscussionRequest) => Promise<Answer>,
): (request: ParticipantRequest) => Promise<Answer> {
  return async ({ participant, query, body }) => {
    const blog = getBlog();
    if (!blog) throw new Refusal(503, 'off');
    const { github, viewer } = participant;
    const fields = fieldsOf(body);
    try {
      const number = query.number ?? '';
      return await handle({ blog, github, login: viewer.login, number, query, fields });
    } catch (error) {
      if (!(error instanceof DiscussionRefusal)) throw error;
      const { status, code } = error;
      const message = discussionRefusal(code, blog.config.site.language);
      throw new Refusal(status, code, { message });
    }
  };
}

/** @throws DiscussionRefusal unless the field is a text */
export function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new DiscussionRefusal('bad-request');
  return value;
}
