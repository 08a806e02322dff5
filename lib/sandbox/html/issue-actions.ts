/** What the forms on an issue's page do. Each goes back to where it was sent from. */
import { redirect, type SandboxResponse } from '../http';
import type { Issue, LockReason, MinimizedReason } from '../model';
import { issueHtmlUrl } from '../shapes/urls';
import {
  addLabels,
  addReaction,
  createComment,
  createMilestone,
  deleteComment,
  deleteIssue,
  isReaction,
  issueOf,
  lockIssue,
  minimizeComment,
  notFound,
  pinIssue,
  removeLabel,
  removeReaction,
  repositoryById,
  repositoryOf,
  setAssignees,
  setMilestone,
  transferIssue,
  unlockIssue,
  unpinIssue,
  updateComment,
  updateIssue,
} from '../store';
import {
  commentOfView,
  field,
  issueOfView,
  type PageHandler,
  type RepositoryView,
  repositoryView,
} from './view';

type IssueAction = (view: RepositoryView, issue: Issue) => SandboxResponse | undefined;

/** @param action answers by itself, or lets the visitor go back to the issue */
function onIssue(action: IssueAction): PageHandler {
  return (plain) => {
    const view = repositoryView(plain);
    const issue = issueOfView(view);
    return action(view, issue) ?? back(view, issue);
  };
}

function back({ base }: RepositoryView, issue: Issue, anchor = ''): SandboxResponse {
  return redirect(`${base}/issues/${issue.number}${anchor}`, 303);
}

export const editIssue = onIssue((view, issue) => {
  const { store, visitor } = view;
  updateIssue(store, visitor, issue, { title: field(view, 'title'), body: field(view, 'body') });
  return undefined;
});

export const changeState = onIssue((view, issue) => {
  const state = view.form.has('reopen') ? 'open' : 'closed';
  const stateReason = view.form.has('discard') ? 'not_planned' : null;
  updateIssue(view.store, view.visitor, issue, { state, stateReason });
  return undefined;
});

export const changeLabels = onIssue((view, issue) => {
  const { store, visitor, form } = view;
  const removed = form.get('remove');
  if (removed) removeLabel(store, visitor, issue, removed);
  const added = form.getAll('add').filter(Boolean);
  if (added.length > 0) addLabels(store, visitor, issue, added);
  return undefined;
});

export const assign = onIssue((view, issue) => {
  const logins = field(view, 'logins').split(/[\s,]+/);
  setAssignees(view.store, view.visitor, issue, logins.filter(Boolean));
  return undefined;
});

export const changeMilestone = onIssue((view, issue) => {
  const { store, visitor, repository } = view;
  const title = field(view, 'title').trim();
  const number = title
    ? createMilestone(store, visitor, repository, { title }).number
    : Number(field(view, 'number')) || null;
  setMilestone(store, visitor, issue, number);
  return undefined;
});

export const comment = onIssue((view, issue) => {
  const written = createComment(view.store, view.visitor, issue, field(view, 'body'));
  return back(view, issue, `#issuecomment-${written.id}`);
});

export const reactToIssue = onIssue((view, issue) => {
  toggleReaction(view, { kind: 'issue', id: issue.id }, issue.reactions);
  return undefined;
});

export const pin = onIssue(({ store, visitor, form }, issue) => {
  if (form.has('unpin')) unpinIssue(store, visitor, issue);
  else pinIssue(store, visitor, issue);
  return undefined;
});

const LOCK_REASONS: readonly LockReason[] = ['off-topic', 'too heated', 'resolved', 'spam'];

export const lock = onIssue((view, issue) => {
  const { store, visitor, form } = view;
  const reason = LOCK_REASONS.find((one) => one === form.get('reason')) ?? null;
  if (form.has('unlock')) unlockIssue(store, visitor, issue);
  else lockIssue(store, visitor, issue, reason);
  return undefined;
});

export const remove = onIssue(({ store, visitor, base }, issue) => {
  deleteIssue(store, visitor, issue);
  return redirect(`${base}/issues`, 303);
});

export const transfer = onIssue((view, issue) => {
  const { store, visitor } = view;
  const destination = repositoryById(store, Number(field(view, 'repository')));
  const moved = transferIssue(store, visitor, issue, destination);
  return redirect(issueHtmlUrl(store, repositoryOf(store, moved), moved), 303);
});

export const editComment: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const edited = updateComment(view.store, view.visitor, commentOfView(view), field(view, 'body'));
  return back(view, issueOf(view.store, edited), `#issuecomment-${edited.id}`);
};

export const removeComment: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const found = commentOfView(view);
  const issue = issueOf(view.store, found);
  deleteComment(view.store, view.visitor, found);
  return back(view, issue);
};

const MINIMIZED_REASONS: readonly MinimizedReason[] = [
  'off-topic',
  'outdated',
  'resolved',
  'duplicate',
  'spam',
  'abuse',
];

export const hideComment: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const { store, visitor, form } = view;
  const reason = MINIMIZED_REASONS.find((one) => one === form.get('reason')) ?? 'resolved';
  const changed = minimizeComment(
    store,
    visitor,
    commentOfView(view),
    form.has('show') ? null : reason,
  );
  return back(view, issueOf(store, changed), `#issuecomment-${changed.id}`);
};

export const reactToComment: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const found = commentOfView(view);
  toggleReaction(view, { kind: 'comment', id: found.id }, found.reactions);
  return back(view, issueOf(view.store, found), `#issuecomment-${found.id}`);
};

function toggleReaction(
  view: RepositoryView,
  subject: { kind: 'issue' | 'comment'; id: number },
  given: readonly { userId: number; content: string }[],
): void {
  const { store, visitor } = view;
  const content = field(view, 'content');
  if (!isReaction(content)) throw notFound();
  const own = given.some((one) => one.userId === visitor.user.id && one.content === content);
  if (own) removeReaction(store, visitor, subject, content);
  else addReaction(store, visitor, subject, content);
}
