/** Reactions to issues and comments. */
import { json, type SandboxResponse } from '../http';
import type { Reaction, ReactionContent, Repository } from '../model';
import { reactionShape } from '../shapes/issue';
import {
  addReaction,
  deleteReaction,
  invalid,
  isReaction,
  REST_REACTIONS,
  type Subject,
} from '../store';
import { commentParam } from './comments';
import { readFields, textField } from './fields';
import { issueParam } from './issues';
import { paged } from './paging';
import { numberParam, type RestRequest, type Route, repositoryParam, signedIn } from './router';

const ISSUE = '/repos/:owner/:repo/issues/:number/reactions';
const COMMENT = '/repos/:owner/:repo/issues/comments/:id/reactions';

export const REACTION_ROUTES: readonly Route[] = [
  ['GET', COMMENT, (request) => list(request, commentParam(request))],
  ['POST', COMMENT, (request) => create(request, { kind: 'comment', ...commentParam(request) })],
  [
    'DELETE',
    `${COMMENT}/:reaction`,
    (request) => remove(request, { kind: 'comment', ...commentParam(request) }),
  ],
  ['GET', ISSUE, (request) => list(request, issueParam(request))],
  ['POST', ISSUE, (request) => create(request, { kind: 'issue', ...issueParam(request) })],
  [
    'DELETE',
    `${ISSUE}/:reaction`,
    (request) => remove(request, { kind: 'issue', ...issueParam(request) }),
  ],
];

function list(
  request: RestRequest,
  { reactions }: { reactions: readonly Reaction[] },
): SandboxResponse {
  const wanted = readContent(request.query.get('content'));
  const shown = reactions.filter(({ content }) => wanted === null || content === wanted);
  const repository = repositoryParam(request);
  return paged(request, shown, (one) => reactionShape(request.context, one, repository));
}

/** 201 for a new one, 200 for one that was there. */
function create(request: RestRequest, subject: Subject): SandboxResponse {
  const actor = signedIn(request);
  const content = readContent(textField(readFields(request), 'content') ?? null);
  if (!content) throw invalid('Reaction', 'content', 'invalid');
  const { reaction, created } = addReaction(request.primary, actor, subject, content);
  const repository: Repository = repositoryParam(request);
  return json(created ? 201 : 200, reactionShape(request.written, reaction, repository));
}

function remove(request: RestRequest, subject: Subject): SandboxResponse {
  deleteReaction(request.primary, signedIn(request), subject, numberParam(request, 'reaction'));
  return { status: 204 };
}

function readContent(text: string | null): ReactionContent | null {
  const found = Object.entries(REST_REACTIONS).find(([, spelling]) => spelling === text)?.[0];
  return found && isReaction(found) ? found : null;
}
