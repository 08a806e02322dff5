/** `/OWNER/REPO/issues`: the list, with search, state and label. */
import type { Issue } from '../model';
import { isPinned, labelsOf, listIssues, sameName } from '../store';
import { html, type Markup } from './markup';
import { page } from './page';
import { labelBadges, person, repositoryTabs, time } from './parts';
import { type PageHandler, type RepositoryView, repositoryView } from './view';

const PAGE_SIZE = 50;

export const showIssues: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const { request, store, repository, base } = view;
  const { query } = request;
  const words = (query.get('q') ?? '').toLowerCase().trim();
  const label = query.get('label') ?? '';
  const state = query.get('state') ?? 'open';
  const issues = listIssues(store, repository)
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => !label || labelsOf(store, issue).some(({ name }) => sameName(name, label)))
    .filter(({ title, body }) => `${title}\n${body}`.toLowerCase().includes(words))
    .reverse()
    .sort((a, b) => Number(isPinned(store, b)) - Number(isPinned(store, a)));
  const number = Math.max(1, Math.floor(Number(query.get('page')) || 1));
  const shown = issues.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
  return page(request, view.visitor, {
    title: `Issues of ${base.slice(1)}`,
    content: html`${repositoryTabs(view, 'issues')}
<h1>Issues</h1>
<form class="row" method="get" role="search">
<label for="q">Search</label> <input type="search" id="q" name="q" value="${query.get('q')}">
<label for="state">State</label> ${stateChoice(state)}
<input type="hidden" name="label" value="${label}">
<button>Filter</button>
</form>
${label && html`<p>Only with the label <strong>${label}</strong>. <a href="${base}/issues">All issues</a></p>`}
<p><a class="button main" href="${base}/issues/new">New issue</a></p>
<p class="muted">${issues.length} issue${issues.length !== 1 && 's'}</p>
${shown.length > 0 ? html`<ul class="issues">${shown.map((issue) => row(view, issue))}</ul>` : html`<p class="notice">Nothing here.</p>`}
${pager(view, number, Math.ceil(issues.length / PAGE_SIZE))}`,
  });
};

function stateChoice(state: string): Markup {
  return html`<select id="state" name="state">${['open', 'closed', 'all'].map((one) =>
    one === state ? html`<option selected>${one}</option>` : html`<option>${one}</option>`,
  )}</select>`;
}

function row({ store, base }: RepositoryView, issue: Issue): Markup {
  const comments = issue.commentIds.length;
  return html`<li><a href="${base}/issues/${issue.number}"><strong>${issue.title}</strong></a>${labelBadges(store, base, issue)}
<div class="muted">#${issue.number}${issue.pullRequest && ' (pull request)'} by ${person(store, issue.authorId)}, ${time(issue.createdAt)}${
    isPinned(store, issue) && ' · pinned'
  }${issue.state === 'closed' && ' · closed'}${comments > 0 && ` · ${comments} comment${comments === 1 ? '' : 's'}`}</div></li>`;
}

function pager({ request, base }: RepositoryView, number: number, last: number): Markup | false {
  const to = (target: number, caption: string) => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(target));
    return html`<a class="button" href="${base}/issues?${query.toString()}">${caption}</a> `;
  };
  return (
    last > 1 &&
    html`<nav aria-label="Pages">${number > 1 && to(number - 1, 'Newer')}${number < last && to(number + 1, 'Older')}</nav>`
  );
}
