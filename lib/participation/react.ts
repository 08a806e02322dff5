/** Reacting to a post or a comment as the person who is signed in. */
import { addReaction, removeReaction } from '../github/react';
import type { ReactionGroupDetail } from '../github/reaction-fields';
import { REACTIONS, type ReactionContent } from '../posts/post';
import { DiscussionRefusal } from './discussion-refusal';
import { findComment, findPost } from './subject';
import { explain, type Writing } from './write-comment';

/** One kind of reaction to one thing. */
export interface GivenReaction {
  count: number;
  viewerHasReacted: boolean;
  /** Logins of the first few who reacted. */
  who: string[];
}

export type GivenReactions = Partial<Record<ReactionContent, GivenReaction>>;

export interface Reacting {
  /** The comment's id, as in the address; null for the post itself. */
  comment: string | null;
  /** As in the address. */
  content: string;
  isWanted: boolean;
}

/** @returns all reactions to it, afterwards @throws DiscussionRefusal, GitHubError */
export async function react(
  { blog, github, number }: Omit<Writing, 'login'>,
  { comment, content, isWanted }: Reacting,
): Promise<GivenReactions> {
  const reaction = REACTIONS.find((one) => one === content);
  if (!reaction) throw new DiscussionRefusal('no-such-reaction');
  const subject =
    comment === null
      ? await findPost(blog, number, { viewer: github })
      : (await findComment(blog, number, comment, { viewer: github })).comment;
  try {
    const change = isWanted ? addReaction : removeReaction;
    return toGiven(await change(github, subject.id, reaction));
  } catch (error) {
    const refusal = await explain({ blog, github, number }, error);
    throw refusal ?? error;
  }
}

/** Only what somebody gave. */
export function toGiven(groups: readonly ReactionGroupDetail[]): GivenReactions {
  return Object.fromEntries(
    groups
      .filter(({ reactors }) => reactors.totalCount > 0)
      .map(({ content, viewerHasReacted, reactors }) => [
        content,
        {
          count: reactors.totalCount,
          viewerHasReacted,
          who: (reactors.nodes ?? []).flatMap((node) => node?.login ?? []),
        },
      ]),
  );
}
