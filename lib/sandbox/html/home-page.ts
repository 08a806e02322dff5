/** `/`: what this is, and where to go. */
import { canRead, fullName } from '../store';
import { html } from './markup';
import { page } from './page';
import type { PageHandler } from './view';

export const showHome: PageHandler = ({ request, store, visitor }) => {
  const repositories = [...store.data.repositories.values()].filter((repository) =>
    canRead(store, repository, visitor),
  );
  return page(request, visitor, {
    title: 'Start',
    content: html`<h1>An embedded GitHub</h1>
<p>This little server stands in for GitHub, so that the blog can be tried and tested without an account and without a network. What you write here arrives at the blog through a webhook, as it would from GitHub.</p>
<h2>Repositories</h2>
<ul>${repositories.map((repository) => {
      const name = fullName(store, repository);
      return html`<li><a href="/${name}/issues">${name}</a>${
        repository.description && html` — ${repository.description}`
      }</li>`;
    })}</ul>
<h2>Try this</h2>
<ol>
<li>Open <a href="/octocat/blog/issues/new">a new issue in octocat/blog</a>, from the template.</li>
<li>Look at the blog: the post is there. The bot has answered the issue with its address.</li>
<li>Edit the title, comment, react, lock, or take the label away, and watch the blog follow.</li>
<li>Switch, above, to somebody else, who may comment but not publish.</li>
</ol>
<h2>For programs</h2>
<p>REST at <code>${request.origin}</code> and <code>${request.origin}/api/v3</code>, GraphQL at <code>${request.origin}/graphql</code>, git at <code>${request.origin}/octocat/blog.git</code>. Tokens: <code>author-token</code>, <code>reader-token</code>, <code>bot-token</code>.</p>`,
  });
};
