/**
 * Registering a GitHub App from a manifest: a form posted from the site, a page with a button, a
 * code for the way back, and its one conversion into the App's secrets (GitHub Docs, "Registering a
 * GitHub App from a manifest").
 */
import { randomBytes } from 'node:crypto';
import { html } from '../html/markup';
import { accountOptions, page, problem } from '../html/page';
import { requireSameOrigin, visitorOf, visitorsOf } from '../html/visitor';
import { json, readForm, redirect, type SandboxRequest, type SandboxResponse } from '../http';
import type { App } from '../model';
import { param, type RestRequest } from '../rest/router';
import { appShape } from '../shapes/app';
import { actorFor, findUser, mutate, notFound, SandboxError } from '../store';
import { createApp, withPrivateKey } from './apps';
import { type Manifest, readManifest } from './read-manifest';
import { inSeconds } from './tokens';

const CODE_LIFE = 3_600;

/** The form arrives from another site, on purpose: nothing happens before the button here. */
export function showManifest(request: SandboxRequest): SandboxResponse {
  const visitor = visitorOf(request);
  const text = readForm(request).get('manifest') ?? '';
  const manifest = readManifest(text);
  if (typeof manifest === 'string') {
    return problem(request, visitor, 422, 'Invalid GitHub App configuration', manifest);
  }
  const organization = /^\/organizations\/([^/]+)\//.exec(request.path)?.[1];
  const owner = organization ? findUser(request.primary, organization) : visitor.user;
  if (!owner) throw notFound();
  return confirmation(request, text, manifest, owner.login, request.query.get('state'), null);
}

function confirmation(
  request: SandboxRequest,
  text: string,
  manifest: Manifest,
  login: string,
  state: string | null,
  complaint: string | null,
): SandboxResponse {
  const owner = findUser(request.primary, login);
  const users = visitorsOf(request.primary);
  const accounts = owner && !users.some(({ id }) => id === owner.id) ? [...users, owner] : users;
  const permissions = Object.entries(manifest.permissions);
  return page(request, visitorOf(request), {
    title: 'Create a GitHub App',
    status: complaint ? 422 : 200,
    content: html`<h1>Create a GitHub App</h1>
${complaint && html`<p class="notice bad" role="alert">${complaint}</p>`}
<p>${new URL(manifest.url).host} wants to register an App with these settings.</p>
<ul>
${permissions.map(([name, level]) => html`<li>Permission: ${name}, ${level}</li>`)}
${manifest.events.map((event) => html`<li>Event: ${event}</li>`)}
${manifest.hookUrl && html`<li>Webhook: ${manifest.hookUrl}</li>`}
</ul>
<form method="post" action="/settings/apps/create">
<input type="hidden" name="manifest" value="${text}">
${state !== null && html`<input type="hidden" name="state" value="${state}">`}
<p class="field"><label for="name">GitHub App name</label>
<input type="text" id="name" name="name" value="${manifest.name}" required maxlength="34"></p>
<p class="field"><label for="account">Owner</label>
<select id="account" name="account">${accountOptions(accounts, owner ? actorFor(owner) : visitorOf(request))}</select></p>
<button class="main">Create GitHub App for ${login}</button>
</form>`,
  });
}

export function createFromManifest(request: SandboxRequest): SandboxResponse {
  requireSameOrigin(request);
  const form = readForm(request);
  const text = form.get('manifest') ?? '';
  const manifest = readManifest(text);
  const owner = findUser(request.primary, form.get('account') ?? '');
  if (typeof manifest === 'string' || !owner) throw notFound();
  const named = { ...manifest, name: form.get('name') ?? manifest.name };
  const app = register(request, named, owner.login);
  if (typeof app === 'string') {
    return confirmation(request, text, named, owner.login, form.get('state'), app);
  }
  if (!manifest.redirectUrl) return redirect(`/apps/${app.slug}`, 303);
  const url = new URL(manifest.redirectUrl);
  url.searchParams.set('code', issueManifestCode(request, app));
  const state = form.get('state');
  if (state !== null) url.searchParams.set('state', state);
  return redirect(url.href, 303);
}

/** The App, or what is wrong with its name. */
function register(request: SandboxRequest, manifest: Manifest, login: string): App | string {
  const owner = findUser(request.primary, login);
  if (!owner) throw notFound();
  try {
    return createApp(request.primary, {
      ...manifest,
      owner,
      externalUrl: manifest.url,
    });
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    return `The name is no good: ${error.errors[0]?.message ?? error.message}.`;
  }
}

function issueManifestCode({ primary }: SandboxRequest, app: App): string {
  const code = randomBytes(20).toString('hex');
  mutate(primary, () =>
    primary.codes.set(code, {
      code,
      kind: 'manifest',
      appId: app.id,
      userId: null,
      redirectUri: null,
      codeChallenge: null,
      scopes: [],
      expiresAt: inSeconds(primary, CODE_LIFE),
    }),
  );
  return code;
}

/** `POST /app-manifests/CODE/conversions`: once, within the hour, and without a token. */
export function convertManifest(request: RestRequest): SandboxResponse {
  const store = request.primary;
  const code = store.codes.get(param(request, 'code'));
  const registered = store.apps.get(code?.appId ?? 0);
  if (code?.kind !== 'manifest' || !registered) throw notFound();
  mutate(store, () => store.codes.delete(code.code));
  if (Date.parse(code.expiresAt) <= store.clock.now()) throw notFound();
  const app = withPrivateKey(store, registered);
  return json(201, {
    ...appShape(request.written, app),
    client_secret: app.clientSecret,
    webhook_secret: app.webhookSecret,
    pem: app.privateKeyPem,
  });
}
