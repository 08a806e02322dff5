/** `/OWNER/REPO/issues/new`: a choice of templates, and the form. */
import {
  findTemplate,
  type IssueTemplate,
  isBlankIssueAllowed,
  listTemplates,
} from '../graphql/templates';
import { redirect } from '../http';
import { createIssue, listLabels } from '../store';
import { html, Markup } from './markup';
import { page } from './page';
import { repositoryTabs, textArea } from './parts';
import { field, mayAs, type PageHandler, type RepositoryView, repositoryView } from './view';

/** Understands GitHub's `?template=`, `?title=`, `?body=` and `?labels=`. */
export const showNewIssue: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const { query } = view.request;
  const template = findTemplate(view.store, view.repository, query.get('template') ?? '');
  const templates = listTemplates(view.store, view.repository);
  const prefilled = ['template', 'title', 'body', 'labels'].some((name) => query.has(name));
  return templates.length > 0 && !prefilled
    ? showChooser(view, templates)
    : showForm(view, template);
};

/** The templates, and below them the empty form, where an issue may begin with nothing. */
function showChooser(view: RepositoryView, templates: IssueTemplate[]) {
  const { base, store, repository } = view;
  const blank = isBlankIssueAllowed(store, repository) || mayAs(view, 'write');
  return page(view.request, view.visitor, {
    title: 'New issue',
    content: html`${repositoryTabs(view, 'issues')}
<h1>New issue</h1>
<ul class="issues">
${templates.map(
  ({ filename, name, about }) =>
    html`<li><a href="${base}/issues/new?template=${encodeURIComponent(filename)}"><strong>${name}</strong></a><div class="muted">${about}</div></li>`,
)}
</ul>
${blank && html`<h2>Blank issue</h2>${issueForm(view, null)}`}`,
  });
}

function showForm(view: RepositoryView, template: IssueTemplate | null) {
  return page(view.request, view.visitor, {
    title: 'New issue',
    content: html`${repositoryTabs(view, 'issues')}
<h1>New issue${template && html` <small>${template.name}</small>`}</h1>
${issueForm(view, template)}`,
  });
}

function issueForm(view: RepositoryView, template: IssueTemplate | null): Markup {
  const { base, request, store, repository } = view;
  const asked = (request.query.get('labels') ?? '').split(',').filter(Boolean);
  return html`<form method="post" action="${base}/issues">
${
  template &&
  html`<input type="hidden" name="template" value="${template.filename}">
<p class="muted">Comes with: ${template.labels.join(', ') || 'no label'}.</p>`
}
<p class="field"><label for="title">Title</label>
<input type="text" id="title" name="title" required maxlength="256" value="${request.query.get('title') ?? template?.title}"></p>
${textArea('body', 'Body', 'body', request.query.get('body') ?? template?.body)}
${mayAs(view, 'triage') && labelChoice(listLabels(store, repository), asked)}
<button class="main">Submit new issue</button>
</form>`;
}

function labelChoice(labels: { name: string }[], chosen: string[]): Markup {
  return html`<fieldset class="field"><legend>Labels</legend>${labels.map(
    ({ name }) =>
      html`<label class="plain"><input type="checkbox" name="label" value="${name}"${
        chosen.includes(name) && new Markup(' checked')
      }> ${name}</label> `,
  )}</fieldset>`;
}

/** Labels of the template reach the issue whoever writes it, as on GitHub's page. */
export const openIssue: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const { store, repository, visitor, form, base } = view;
  const template = findTemplate(store, repository, field(view, 'template'));
  const issue = createIssue(store, visitor, repository, {
    title: field(view, 'title'),
    body: field(view, 'body'),
    labels: form.getAll('label'),
    templateLabels: template?.labels ?? [],
    assignees: template?.assignees ?? [],
  });
  return redirect(`${base}/issues/${issue.number}`, 303);
};
