/** `/OWNER/REPO/issues/N`: one issue, its discussion, and everything one may do with it. */
import { redirect } from '../http';
import type { Issue } from '../model';
import { issueHtmlUrl } from '../shapes/urls';
import {
  assigneesOf,
  commentsOf,
  findTransferred,
  isPinned,
  labelsOf,
  listLabels,
  listMilestones,
  mayDiscuss,
  mayEdit,
  milestoneOf,
  repositoryOf,
} from '../store';
import { commentCard, issueCard } from './entry';
import { html, Markup } from './markup';
import { page } from './page';
import { button, labelBadge, person, repositoryTabs, textArea } from './parts';
import { issueOfView, mayAs, type PageHandler, type RepositoryView, repositoryView } from './view';

export const showIssue: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const { store, repository, params } = view;
  const moved = findTransferred(store, repository, Number(params[2]));
  if (moved) return redirect(issueHtmlUrl(store, repositoryOf(store, moved), moved), 301);
  const issue = issueOfView(view);
  return page(view.request, view.visitor, {
    title: `${issue.title} · #${issue.number}`,
    content: html`${repositoryTabs(view, 'issues')}
<h1>${issue.title} <small>#${issue.number}</small></h1>
<p><span class="state">${issue.state}</span>${issue.locked && html` <span class="state">locked</span>`}${
      isPinned(store, issue) && html` <span class="state">pinned</span>`
    }</p>
${labelTools(view, issue)}
${peopleAndSeries(view, issue)}
${issueCard(view, issue)}
${commentsOf(store, issue).map((comment) => commentCard(view, issue, comment))}
${commentForm(view, issue)}
${moderation(view, issue)}`,
  });
};

function labelTools(view: RepositoryView, issue: Issue): Markup {
  const { store, repository, base } = view;
  const carried = labelsOf(store, issue);
  const action = `${base}/issues/${issue.number}/labels`;
  if (!mayAs(view, 'triage')) {
    return html`<p>${carried.map((label) => html`${labelBadge(base, label)} `)}</p>`;
  }
  const others = listLabels(store, repository).filter((label) => !carried.includes(label));
  return html`<div>${carried.map(
    (
      label,
    ) => html`${labelBadge(base, label)} <form class="inline" method="post" action="${action}">
<button class="small" name="remove" value="${label.name}" aria-label="Remove label ${label.name}">×</button></form> `,
  )}
<form class="row" method="post" action="${action}"><label class="plain" for="add">Label</label>
<select id="add" name="add">${others.map(({ name }) => html`<option>${name}</option>`)}</select>
<button class="small">Add label</button></form></div>`;
}

function peopleAndSeries(view: RepositoryView, issue: Issue): Markup {
  const { store, repository, base } = view;
  const assignees = assigneesOf(store, issue);
  const milestone = milestoneOf(store, issue);
  const action = `${base}/issues/${issue.number}`;
  return html`<div class="muted">Assigned: ${
    assignees.length > 0 ? assignees.map(({ id }) => html`${person(store, id)} `) : 'nobody'
  } · Milestone: ${milestone?.title ?? 'none'}</div>
${
  mayAs(view, 'triage') &&
  html`<details><summary>Assign, or put into a milestone</summary>
<form class="row" method="post" action="${action}/assignees"><label class="plain" for="assignees">Logins</label>
<input type="text" id="assignees" name="logins" value="${assignees.map(({ login }) => login).join(' ')}">
<button class="small">Assign</button></form>
<form class="row" method="post" action="${action}/milestone"><label class="plain" for="milestone">Milestone</label>
<select id="milestone" name="number"><option value="">none</option>${listMilestones(
    store,
    repository,
  ).map(
    ({ id, number, title }) =>
      html`<option value="${number}"${id === milestone?.id && new Markup(' selected')}>${title}</option>`,
  )}</select> <label class="plain" for="new-milestone">or a new one</label>
<input type="text" id="new-milestone" name="title"> <button class="small">Set milestone</button></form></details>`
}`;
}

function commentForm({ store, repository, visitor, base }: RepositoryView, issue: Issue): Markup {
  if (!mayDiscuss(store, repository, visitor, issue)) {
    return html`<p class="notice">This discussion is locked.</p>`;
  }
  return html`<form method="post" action="${base}/issues/${issue.number}/comments">
${textArea('body', 'Write a comment', 'new-comment', '', true)}
<button class="main">Comment</button>
</form>`;
}

function moderation(view: RepositoryView, issue: Issue): Markup | false {
  const { store, repository, visitor, base } = view;
  const action = `${base}/issues/${issue.number}`;
  const mayClose = mayEdit(store, repository, visitor, issue) || mayAs(view, 'triage');
  if (!mayClose) return false;
  return html`<section class="tools" aria-label="Moderation">
<div>${
    issue.state === 'open'
      ? html`${button(`${action}/state`, 'close', 'Close issue')}${button(`${action}/state`, 'discard', 'Close as not planned')}`
      : button(`${action}/state`, 'reopen', 'Reopen issue')
  }
${
  mayAs(view, 'write') &&
  html`${
    isPinned(store, issue)
      ? button(`${action}/pin`, 'unpin', 'Unpin issue')
      : button(`${action}/pin`, 'pin', 'Pin issue')
  }${issue.locked ? button(`${action}/lock`, 'unlock', 'Unlock conversation') : lockForm(action)}`
}</div>
${
  mayAs(view, 'admin') &&
  html`<div>${transferForm(view, action)}
<details><summary>Delete issue …</summary>${button(`${action}/delete`, 'delete', 'Delete this issue for good', 'danger')}</details></div>`
}
</section>`;
}

function lockForm(action: string): Markup {
  const reasons = ['off-topic', 'too heated', 'resolved', 'spam'];
  return html`<form class="inline" method="post" action="${action}/lock">
<label class="plain" for="lock-reason">Lock reason</label>
<select id="lock-reason" name="reason"><option value="">none</option>${reasons.map(
    (reason) => html`<option>${reason}</option>`,
  )}</select>
<button name="lock" value="1">Lock conversation</button></form>`;
}

function transferForm({ store, repository }: RepositoryView, action: string): Markup | false {
  const others = [...store.data.repositories.values()].filter(
    ({ id, ownerId }) => id !== repository.id && ownerId === repository.ownerId,
  );
  return (
    others.length > 0 &&
    html`<form class="inline" method="post" action="${action}/transfer">
<label class="plain" for="transfer">Transfer to</label>
<select id="transfer" name="repository">${others.map(
      ({ id, name }) => html`<option value="${id}">${name}</option>`,
    )}</select> <button>Transfer issue</button></form>`
  );
}
