/** Reactions as one person sees them: who gave which, and whether they did. */
import type { ReactionContent } from '../posts/post';

export interface ReactionGroupDetail {
  content: ReactionContent;
  viewerHasReacted: boolean;
  reactors: {
    totalCount: number;
    /** The first few. */
    nodes: readonly ({ login: string } | null)[] | null;
  };
}

/** `reactors` are of a union, `Reactor`, whose members are all `Actor`s. */
export const REACTION_DETAIL_FIELDS = `
  reactionGroups {
    content viewerHasReacted
    reactors(first: 10) { totalCount nodes { ... on Actor { login } } }
  }
`;
