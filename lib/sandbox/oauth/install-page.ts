/** `/apps/SLUG` and `/apps/SLUG/installations/new`: what an App is, and putting it on an account. */
import { html } from '../html/markup';
import { page, problem } from '../html/page';
import { requireSameOrigin, visitorOf } from '../html/visitor';
import { readForm, redirect, type SandboxRequest, type SandboxResponse } from '../http';
import type { App, Repository } from '../model';
import { notFound, type Store, userById } from '../store';
import { findApp, installApp, installationsOf } from './apps';

export function showApp(request: SandboxRequest, slug: string): SandboxResponse {
  const app = requireSlug(request.primary, slug);
  const owner = userById(request.primary, app.ownerId);
  const installed = installationsOf(request.primary, app).length;
  return page(request, visitorOf(request), {
    title: app.name,
    content: html`<h1>${app.name}</h1>
<p>${app.description ?? 'A GitHub App.'} By ${owner?.login ?? 'ghost'}; installed on ${installed} account${installed !== 1 && 's'}.</p>
<p><a class="button main" href="/apps/${app.slug}/installations/new">Install</a> <a href="${app.externalUrl}">Its website</a></p>`,
  });
}

export function showInstallation(request: SandboxRequest, slug: string): SandboxResponse {
  const app = requireSlug(request.primary, slug);
  const visitor = visitorOf(request);
  if (!app.public && app.ownerId !== visitor.user.id) {
    const sentence = `${app.name} is private: only its owner can install it.`;
    return problem(request, visitor, 404, 'Not found', sentence);
  }
  const repositories = repositoriesOf(request.primary, visitor.user.id);
  return page(request, visitor, {
    title: `Install ${app.name}`,
    content: html`<h1>Install ${app.name}</h1>
<p>It is installed on the account of <strong>${visitor.user.login}</strong> (switch above) and gets these permissions there: ${Object.entries(
      app.permissions,
    )
      .map(([name, level]) => `${name} (${level})`)
      .join(', ')}.</p>
<form method="post" action="/apps/${app.slug}/installations/new">
<input type="hidden" name="state" value="${request.query.get('state')}">
<fieldset><legend>On which repositories?</legend>
<p><label class="plain"><input type="radio" name="selection" value="all" checked> All repositories</label></p>
<p><label class="plain"><input type="radio" name="selection" value="selected"> Only these:</label></p>
${repositories.map(
  ({ id, name }) =>
    html`<p><label class="plain"><input type="checkbox" name="repository" value="${id}"> ${name}</label></p>`,
)}</fieldset>
<p><button class="main">Install</button></p>
</form>`,
  });
}

export function install(request: SandboxRequest, slug: string): SandboxResponse {
  requireSameOrigin(request);
  const { primary } = request;
  const app = requireSlug(primary, slug);
  const { user } = visitorOf(request);
  if (!app.public && app.ownerId !== user.id) throw notFound();
  const form = readForm(request);
  const own = repositoriesOf(primary, user.id).map(({ id }) => id);
  const chosen = form.getAll('repository').map(Number);
  const selected = form.get('selection') === 'selected';
  const installation = installApp(
    primary,
    app,
    user,
    selected ? own.filter((id) => chosen.includes(id)) : null,
  );
  if (!app.setupUrl) return redirect(`/settings/installations/${installation.id}`, 303);
  const url = new URL(app.setupUrl);
  url.searchParams.set('installation_id', String(installation.id));
  url.searchParams.set('setup_action', 'install');
  const state = form.get('state');
  if (state) url.searchParams.set('state', state);
  return redirect(url.href, 303);
}

export function showInstalled(request: SandboxRequest, id: number): SandboxResponse {
  const installation = request.primary.installations.get(id);
  const app = request.primary.apps.get(installation?.appId ?? 0);
  if (!installation || !app) throw notFound();
  const names = repositoriesOf(request.primary, installation.accountId)
    .filter((repository) => installation.repositoryIds?.includes(repository.id) ?? true)
    .map(({ name }) => name);
  return page(request, visitorOf(request), {
    title: `${app.name} is installed`,
    content: html`<h1>${app.name} is installed</h1><p class="notice">On: ${names.join(', ')}.</p>`,
  });
}

function requireSlug(store: Store, slug: string): App {
  const app = findApp(store, slug);
  if (!app) throw notFound();
  return app;
}

function repositoriesOf(store: Store, ownerId: number): Repository[] {
  return [...store.data.repositories.values()].filter((one) => one.ownerId === ownerId);
}
