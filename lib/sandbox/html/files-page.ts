/** `/OWNER/REPO`: the files of the default branch, and the README; `/raw/…` gives one as it is. */
import type { RepositoryFile } from '../model';
import { findFile, listFiles, notFound } from '../store';
import { html } from './markup';
import { page } from './page';
import { repositoryTabs } from './parts';
import { type PageHandler, repositoryView } from './view';

export const showFiles: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const { store, repository, base, request } = view;
  const readme = findFile(store, repository, 'README.md');
  return page(request, view.visitor, {
    title: base.slice(1),
    content: html`${repositoryTabs(view, 'files')}
<h1>${base.slice(1)}</h1>
<p>${repository.description}</p>
<p>Clone: <code>git clone ${request.origin}${base}.git</code></p>
<ul class="issues">${listFiles(store, repository).map(
      ({ path }) =>
        html`<li><a href="${base}/blob/${repository.defaultBranch}/${encodeURI(path)}">${path}</a></li>`,
    )}</ul>
${readme && html`<h2>README.md</h2><pre>${textOf(readme)}</pre>`}`,
  });
};

export const showFile: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const file = findFile(view.store, view.repository, view.params[2] ?? '');
  if (!file) throw notFound();
  return page(view.request, view.visitor, {
    title: file.path,
    content: html`${repositoryTabs(view, 'files')}<h1>${file.path}</h1><pre>${textOf(file)}</pre>`,
  });
};

/** Images in posts that were committed to the repository are read from here. */
export const sendFile: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const file = findFile(view.store, view.repository, view.params[2] ?? '');
  if (!file) throw notFound();
  return {
    status: 200,
    headers: {
      'content-type': typeOf(file.path),
      // A file is whatever somebody put there: it must not act as a page of this server.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    },
    body: Buffer.from(file.base64, 'base64'),
  };
};

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

function typeOf(path: string): string {
  const extension = path.split('.').at(-1)?.toLowerCase() ?? '';
  return TYPES[extension] ?? 'text/plain; charset=utf-8';
}

function textOf(file: RepositoryFile): string {
  const content = Buffer.from(file.base64, 'base64');
  return content.includes(0) ? '(a binary file)' : content.toString('utf8');
}
