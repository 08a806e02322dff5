/** Giving and taking back a reaction, as the person whose credentials the client has. */
import type { ReactionContent } from '../posts/post';
import type { GitHub } from './client';
import { GitHubUnavailableError } from './errors';
import { REACTION_DETAIL_FIELDS, type ReactionGroupDetail } from './reaction-fields';

export const ADD_REACTION_MUTATION = `mutation AddReaction(
  $subjectId: ID!, $content: ReactionContent!
) {
  addReaction(input: { subjectId: $subjectId, content: $content }) { ${REACTION_DETAIL_FIELDS} }
}`;

export const REMOVE_REACTION_MUTATION = `mutation RemoveReaction(
  $subjectId: ID!, $content: ReactionContent!
) {
  removeReaction(input: { subjectId: $subjectId, content: $content }) { ${REACTION_DETAIL_FIELDS} }
}`;

interface Payload {
  reactionGroups: readonly ReactionGroupDetail[] | null;
}

/**
 * A second reaction of the same kind changes nothing.
 * @param subjectId node id of an issue or a comment
 * @returns all reactions to it, afterwards
 * @throws GitHubError
 */
export async function addReaction(
  github: GitHub,
  subjectId: string,
  content: ReactionContent,
): Promise<readonly ReactionGroupDetail[]> {
  const variables = { subjectId, content };
  const answer = await github.query<{ addReaction: Payload | null }>(
    ADD_REACTION_MUTATION,
    variables,
  );
  return groupsIn(answer.addReaction);
}

/** The same for taking one back; without one nothing changes. */
export async function removeReaction(
  github: GitHub,
  subjectId: string,
  content: ReactionContent,
): Promise<readonly ReactionGroupDetail[]> {
  const variables = { subjectId, content };
  const answer = await github.query<{ removeReaction: Payload | null }>(
    REMOVE_REACTION_MUTATION,
    variables,
  );
  return groupsIn(answer.removeReaction);
}

function groupsIn(payload: Payload | null): readonly ReactionGroupDetail[] {
  if (!payload) throw new GitHubUnavailableError('GitHub answered without the reactions.');
  return payload.reactionGroups ?? [];
}
