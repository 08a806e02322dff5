/** The addresses of the HTML pages. They come last: whatever is no API, sign-in or git is a page. */
import { type Handler, readForm, redirect, type SandboxRequest } from '../http';
import { SandboxError } from '../store';
import { sendFile, showFile, showFiles } from './files-page';
import { showHome } from './home-page';
import {
  assign,
  changeLabels,
  changeMilestone,
  changeState,
  comment,
  editComment,
  editIssue,
  hideComment,
  lock,
  pin,
  reactToComment,
  reactToIssue,
  remove,
  removeComment,
  transfer,
} from './issue-actions';
import { showIssue } from './issue-page';
import { showIssues } from './issues-page';
import { addLabel, editLabel, removeLabelForGood, showLabels } from './labels-page';
import { addFile, showNewFile } from './new-file-page';
import { openIssue, showNewIssue } from './new-issue-page';
import { asPage } from './page';
import { showProfile } from './profile-page';
import type { PageHandler, View } from './view';
import { requireSameOrigin, switchVisitor, visitorOf } from './visitor';

const REPOSITORY = '/([\\w-]+)/([\\w.-]+)';

/** Patterns of whole paths; their groups become the parameters. */
const PAGES: readonly (readonly [method: string, pattern: string, handler: PageHandler])[] = [
  ['GET', '/', showHome],
  ['POST', '/_session', ({ request, form }) => switchVisitor(request, form)],
  ['GET', `${REPOSITORY}/issues`, showIssues],
  ['POST', `${REPOSITORY}/issues`, openIssue],
  ['GET', `${REPOSITORY}/issues/new(?:/choose)?`, showNewIssue],
  ['GET', `${REPOSITORY}/issues/(\\d+)`, showIssue],
  ['GET', `${REPOSITORY}/pull/(\\d+)`, showIssue],
  ['POST', `${REPOSITORY}/issues/(\\d+)/edit`, editIssue],
  ['POST', `${REPOSITORY}/issues/(\\d+)/state`, changeState],
  ['POST', `${REPOSITORY}/issues/(\\d+)/labels`, changeLabels],
  ['POST', `${REPOSITORY}/issues/(\\d+)/assignees`, assign],
  ['POST', `${REPOSITORY}/issues/(\\d+)/milestone`, changeMilestone],
  ['POST', `${REPOSITORY}/issues/(\\d+)/comments`, comment],
  ['POST', `${REPOSITORY}/issues/(\\d+)/react`, reactToIssue],
  ['POST', `${REPOSITORY}/issues/(\\d+)/pin`, pin],
  ['POST', `${REPOSITORY}/issues/(\\d+)/lock`, lock],
  ['POST', `${REPOSITORY}/issues/(\\d+)/transfer`, transfer],
  ['POST', `${REPOSITORY}/issues/(\\d+)/delete`, remove],
  ['POST', `${REPOSITORY}/comments/(\\d+)/edit`, editComment],
  ['POST', `${REPOSITORY}/comments/(\\d+)/delete`, removeComment],
  ['POST', `${REPOSITORY}/comments/(\\d+)/minimize`, hideComment],
  ['POST', `${REPOSITORY}/comments/(\\d+)/react`, reactToComment],
  ['GET', `${REPOSITORY}/labels`, showLabels],
  ['POST', `${REPOSITORY}/labels`, addLabel],
  ['POST', `${REPOSITORY}/labels/([^/]+)/edit`, editLabel],
  ['POST', `${REPOSITORY}/labels/([^/]+)/delete`, removeLabelForGood],
  ['GET', `${REPOSITORY}/labels/([^/]+)`, labelToIssues],
  ['GET', `${REPOSITORY}/raw/[^/]+/(.+)`, sendFile],
  ['GET', `${REPOSITORY}/blob/[^/]+/(.+)`, showFile],
  ['GET', `${REPOSITORY}/new/[^/]+`, showNewFile],
  ['POST', `${REPOSITORY}/new/[^/]+`, addFile],
  ['GET', REPOSITORY, showFiles],
  ['GET', '/([\\w-]+)', showProfile],
];

export const handle: Handler = (request) => {
  const found = findPage(request);
  if (!found) return null;
  const { handler, params } = found;
  return asPage(request, () => {
    if (request.method === 'POST') requireSameOrigin(request);
    return handler(viewOf(request, params));
  });
};

function findPage(request: SandboxRequest) {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const path = request.path.replace(/(.)\/$/, '$1');
  for (const [wanted, pattern, handler] of PAGES) {
    const match = wanted === method ? new RegExp(`^${pattern}$`).exec(path) : null;
    if (match) return { handler, params: match.slice(1).map(decode) };
  }
  return null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new SandboxError('not-found', 'Not Found');
  }
}

function viewOf(request: SandboxRequest, params: string[]): View {
  return {
    request,
    store: request.primary,
    visitor: visitorOf(request),
    params,
    form: request.method === 'POST' ? readForm(request) : new URLSearchParams(),
  };
}

function labelToIssues({ params: [owner, name, label = ''] }: View) {
  return redirect(`/${owner}/${name}/issues?label=${encodeURIComponent(label)}`);
}
