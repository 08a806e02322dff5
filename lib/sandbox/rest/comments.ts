/** Comments of issues. */
import { json, type SandboxResponse } from '../http';
import type { Comment } from '../model';
import { commentShape } from '../shapes/issue';
import {
  commentsOf,
  createComment,
  deleteComment,
  issueOf,
  listIssues,
  notFound,
  updateComment,
} from '../store';
import { readFields, textField } from './fields';
import { issueParam } from './issues';
import { paged } from './paging';
import { numberParam, type RestRequest, type Route, repositoryParam, signedIn } from './router';

const BASE = '/repos/:owner/:repo/issues';

export const COMMENT_ROUTES: readonly Route[] = [
  ['GET', `${BASE}/comments`, listAll],
  ['GET', `${BASE}/comments/:id`, read],
  ['PATCH', `${BASE}/comments/:id`, update],
  ['DELETE', `${BASE}/comments/:id`, remove],
  ['GET', `${BASE}/:number/comments`, list],
  ['POST', `${BASE}/:number/comments`, create],
];

/** The comment of the address. @throws SandboxError `not-found` */
export function commentParam(request: RestRequest): Comment {
  const repository = repositoryParam(request);
  const comment = request.store.data.comments.get(numberParam(request, 'id'));
  if (comment?.repositoryId !== repository.id) throw notFound();
  return comment;
}

function list(request: RestRequest): SandboxResponse {
  const { store, context } = request;
  const issue = issueParam(request);
  const comments = commentsOf(store, issue).filter(isSince(request));
  return paged(request, comments, (comment) => commentShape(context, comment, issue));
}

function listAll(request: RestRequest): SandboxResponse {
  const { store, context } = request;
  const comments = listIssues(store, repositoryParam(request))
    .flatMap((issue) => commentsOf(store, issue))
    .filter(isSince(request))
    .sort((a, b) => a.id - b.id);
  if (request.query.get('direction') === 'desc') comments.reverse();
  return paged(request, comments, (one) => commentShape(context, one, issueOf(store, one)));
}

function isSince({ query }: RestRequest): (comment: Comment) => boolean {
  const since = query.get('since');
  return ({ updatedAt }) => !since || Date.parse(updatedAt) >= Date.parse(since);
}

function read(request: RestRequest): SandboxResponse {
  const comment = commentParam(request);
  const issue = issueOf(request.store, comment);
  return json(200, commentShape(request.context, comment, issue));
}

function create(request: RestRequest): SandboxResponse {
  const { primary, written } = request;
  const actor = signedIn(request);
  const text = textField(readFields(request), 'body') ?? '';
  const comment = createComment(primary, actor, issueParam(request), text);
  const shape = commentShape(written, comment, issueOf(primary, comment));
  return json(201, shape, { location: shape.url });
}

function update(request: RestRequest): SandboxResponse {
  const { primary, written } = request;
  const actor = signedIn(request);
  const text = textField(readFields(request), 'body') ?? '';
  const comment = updateComment(primary, actor, commentParam(request), text);
  return json(200, commentShape(written, comment, issueOf(primary, comment)));
}

function remove(request: RestRequest): SandboxResponse {
  deleteComment(request.primary, signedIn(request), commentParam(request));
  return { status: 204 };
}
