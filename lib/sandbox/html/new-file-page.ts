/** `/OWNER/REPO/new/BRANCH?filename=…&value=…`: a new file for the default branch, written or as prefilled. */
import { redirect } from '../http';
import { findFile, writeFile } from '../store';
import { html } from './markup';
import { page } from './page';
import { repositoryTabs, textArea } from './parts';
import { field, mayAs, type PageHandler, type RepositoryView, repositoryView } from './view';

export const showNewFile: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const { query } = view.request;
  return form(view, query.get('filename') ?? '', query.get('value') ?? '', null);
};

function form(view: RepositoryView, filename: string, value: string, complaint: string | null) {
  return page(view.request, view.visitor, {
    title: 'New file',
    status: complaint ? 422 : 200,
    content: html`${repositoryTabs(view, 'files')}
<h1>New file</h1>
${complaint && html`<p class="notice bad" role="alert">${complaint}</p>`}
${!mayAs(view, 'write') && html`<p class="notice bad">You need to write to this repository (switch above).</p>`}
<form method="post" action="${view.base}/new/${view.repository.defaultBranch}">
<p class="field"><label for="filename">Name your file</label>
<input type="text" id="filename" name="filename" required value="${filename}"></p>
${textArea('value', 'Content', 'value', value)}
<button class="main">Commit changes</button>
</form>`,
  });
}

export const addFile: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const { store, repository, visitor, base } = view;
  const path = field(view, 'filename').replace(/^\/+/, '');
  const content = field(view, 'value').replace(/\r\n/g, '\n');
  if (findFile(store, repository, path)) {
    return form(view, path, content, 'A file with the same name already exists.');
  }
  writeFile(store, visitor, repository, { path, content, message: `Create ${path}` });
  return redirect(`${base}/blob/${repository.defaultBranch}/${encodeURI(path)}`, 303);
};
