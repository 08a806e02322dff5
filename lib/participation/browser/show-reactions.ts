/** Reactions as a participant sees them: the page's counts, and their own that it lacks. Pure. */
import { REACTIONS, type Reaction, type ReactionContent } from '../../posts/post';
import type { GivenReactions } from '../react';

/** What is known of one subject's reactions beyond the page. */
export interface KnownReactions {
  given: GivenReactions;
  /** The page's reactions when this was learnt; where they are others now, the page is newer. */
  basis: string;
}

export interface ShownReaction {
  content: ReactionContent;
  count: number;
  isOwn: boolean;
  /** Logins of the first few. */
  who: string[];
}

/** All eight, in GitHub's order. */
export function showReactions(
  served: readonly Reaction[],
  known: KnownReactions | undefined,
): ShownReaction[] {
  const isCurrent = known?.basis === basisOf(served);
  return REACTIONS.map((content) => {
    const given = known?.given[content];
    const isOwn = given?.viewerHasReacted ?? false;
    const inPage = served.find((reaction) => reaction.content === content)?.count ?? 0;
    const count = isCurrent ? (given?.count ?? 0) : Math.max(inPage, isOwn ? 1 : 0);
    return { content, count, isOwn, who: given?.who ?? [] };
  });
}

/** Reactions as a text that is another one whenever a count is. */
export function basisOf(served: readonly Reaction[]): string {
  return served.map(({ content, count }) => `${content}${count}`).join();
}

/** What is known after the participant reacts, or takes it back. */
export function withOwn(
  shown: readonly ShownReaction[],
  content: ReactionContent,
  isOwn: boolean,
  login: string,
): GivenReactions {
  return Object.fromEntries(
    shown.map((reaction) => {
      const isThis = reaction.content === content && reaction.isOwn !== isOwn;
      const others = reaction.who.filter((name) => name !== login);
      return [
        reaction.content,
        {
          count: reaction.count + (isThis ? (isOwn ? 1 : -1) : 0),
          viewerHasReacted: isThis ? isOwn : reaction.isOwn,
          who: isThis ? (isOwn ? [...others, login] : others) : reaction.who,
        },
      ];
    }),
  );
}
