/** The REST API: what the site, `gh` and magit-forge ask for. */
import { type Handler, redirect } from '../http';
import { SandboxError } from '../store';
import { COMMENT_ROUTES } from './comments';
import { CONTENT_ROUTES } from './contents';
import { HOOK_ROUTES } from './hooks';
import { ISSUE_ROUTES } from './issues';
import { LABEL_ROUTES } from './labels';
import { MILESTONE_ROUTES } from './milestones';
import { REACTION_ROUTES } from './reactions';
import { REPOSITORY_ROUTES } from './repositories';
import { matchRoute, movedTo, type RestRequest } from './router';
import { TIMELINE_ROUTES } from './timeline';
import { expirationHeader, requireTokenRight } from './token-rights';

/** The more special addresses come first: `issues/comments/1` before `issues/:number/…`. */
const ROUTES = [
  ...COMMENT_ROUTES,
  ...REACTION_ROUTES,
  ...ISSUE_ROUTES,
  ...LABEL_ROUTES,
  ...MILESTONE_ROUTES,
  ...TIMELINE_ROUTES,
  ...CONTENT_ROUTES,
  ...HOOK_ROUTES,
  ...REPOSITORY_ROUTES,
];

export const handle: Handler = async (request) => {
  const found = matchRoute(ROUTES, request.method, request.path);
  if (!found) return null;
  if (request.token !== null && !request.actor) {
    throw new SandboxError('unauthorized', 'Bad credentials');
  }
  const rest: RestRequest = {
    ...request,
    params: found.params,
    context: { store: request.store, apiUrl: request.apiUrl },
    written: { store: request.primary, apiUrl: request.apiUrl },
  };
  const moved = found.params.repo ? movedTo(rest) : null;
  if (moved) return redirect(moved, request.method === 'GET' ? 301 : 307);
  requireTokenRight(rest);
  const response = await found.handler(rest);
  return { ...response, headers: { ...expirationHeader(rest), ...response.headers } };
};
