/** `/LOGIN`: somebody, and what they wrote last. */
import { avatarUrl } from '../shapes/urls';
import { canRead, findUser, fullName, notFound, repositoryOf } from '../store';
import { html } from './markup';
import { page } from './page';
import { time } from './parts';
import type { PageHandler } from './view';

const SHOWN = 20;

export const showProfile: PageHandler = ({ request, store, visitor, params }) => {
  const user = findUser(store, params[0] ?? '');
  if (!user) throw notFound();
  const issues = [...store.data.issues.values()]
    .filter((issue) => issue.authorId === user.id)
    .filter((issue) => canRead(store, repositoryOf(store, issue), visitor))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, SHOWN);
  return page(request, visitor, {
    title: user.login,
    content: html`<p><img src="${avatarUrl(store, user, 96)}" alt="" width="96" height="96"></p>
<h1>${user.name ?? user.login} <small>${user.login}</small></h1>
<p>${user.bio}</p>
<h2>Latest issues</h2>
<ul class="issues">${issues.map((issue) => {
      const base = fullName(store, repositoryOf(store, issue));
      return html`<li><a href="/${base}/issues/${issue.number}">${issue.title}</a> <span class="muted">${base}#${issue.number}, ${time(issue.createdAt)}</span></li>`;
    })}</ul>
${issues.length === 0 && html`<p class="notice">Nothing yet.</p>`}`,
  });
};
