/** Files of the default branch: read, list and write. Enough for issue templates. */
import { json, type SandboxResponse } from '../http';
import type { Repository, RepositoryFile } from '../model';
import { type Context, repositoryApiUrl, repositoryHtmlUrl } from '../shapes/urls';
import { findFile, invalid, listFiles, notFound, requirePermission, writeFile } from '../store';
import { readFields, textField } from './fields';
import { param, type RestRequest, type Route, repositoryParam, signedIn } from './router';

const BASE = '/repos/:owner/:repo/contents';

export const CONTENT_ROUTES: readonly Route[] = [
  ['GET', `${BASE}/*path`, read],
  ['GET', BASE, read],
  ['PUT', `${BASE}/*path`, write],
];

function read(request: RestRequest): SandboxResponse {
  const repository = repositoryParam(request);
  const path = param(request, 'path').replace(/\/$/, '');
  const file = findFile(request.store, repository, path);
  if (file && request.headers.accept?.includes('raw')) {
    return {
      status: 200,
      headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' },
      body: Buffer.from(file.base64, 'base64'),
    };
  }
  if (file) {
    const content = file.base64.replace(/.{60}/g, '$&\n');
    return json(200, {
      ...fileShape(request.context, repository, file),
      encoding: 'base64',
      content,
    });
  }
  const entries = entriesOf(request, repository, path === '' ? '' : `${path}/`);
  if (entries.length === 0) throw notFound();
  return json(200, entries);
}

function entriesOf({ store, context }: RestRequest, repository: Repository, folder: string) {
  const seen = new Set<string>();
  return listFiles(store, repository).flatMap((file) => {
    if (!file.path.startsWith(folder)) return [];
    const [name = '', ...deeper] = file.path.slice(folder.length).split('/');
    if (deeper.length === 0) return [fileShape(context, repository, file)];
    if (seen.has(name)) return [];
    seen.add(name);
    return [
      entryShape(context, repository, { path: folder + name, sha: file.sha, kind: 'dir', size: 0 }),
    ];
  });
}

function fileShape(context: Context, repository: Repository, file: RepositoryFile) {
  const size = Buffer.from(file.base64, 'base64').length;
  return entryShape(context, repository, { path: file.path, sha: file.sha, kind: 'file', size });
}

interface Entry {
  path: string;
  sha: string;
  kind: 'file' | 'dir';
  size: number;
}

function entryShape(context: Context, repository: Repository, { path, sha, kind, size }: Entry) {
  const address = encodeURI(path);
  const branch = repository.defaultBranch;
  const api = repositoryApiUrl(context, repository);
  const url = `${api}/contents/${address}?ref=${branch}`;
  const git = `${api}/git/${kind === 'file' ? 'blobs' : 'trees'}/${sha}`;
  const pages = repositoryHtmlUrl(context.store, repository);
  const html = `${pages}/${kind === 'file' ? 'blob' : 'tree'}/${branch}/${address}`;
  return {
    name: path.split('/').at(-1) ?? path,
    path,
    sha,
    size,
    url,
    html_url: html,
    git_url: git,
    download_url: kind === 'file' ? `${pages}/raw/${branch}/${address}` : null,
    type: kind,
    _links: { self: url, git, html },
  };
}

function write(request: RestRequest): SandboxResponse {
  const { primary, written } = request;
  const actor = signedIn(request);
  const repository = repositoryParam(request);
  // Before anything is said about what is there.
  requirePermission(primary, repository, actor, 'write');
  const fields = readFields(request);
  const path = param(request, 'path');
  const message = textField(fields, 'message');
  const content = textField(fields, 'content');
  if (!message) throw invalid('Commit', 'message', 'missing_field');
  if (content === undefined) throw invalid('Commit', 'content', 'missing_field');
  const existing = findFile(primary, repository, path);
  const sha = textField(fields, 'sha');
  if (existing && !sha) throw invalid('Commit', 'sha', 'missing_field', '"sha" wasn\'t supplied.');
  const file = writeFile(primary, actor, repository, {
    path,
    content: Buffer.from(content, 'base64'),
    message,
    sha,
  });
  return json(existing ? 200 : 201, {
    content: fileShape(written, repository, file),
    commit: { sha: file.sha, message, parents: [] },
  });
}
