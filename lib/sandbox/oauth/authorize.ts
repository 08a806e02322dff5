/** `/login/oauth/authorize`: who you are, what the App wants, and a button. */

import { html } from '../html/markup';
import { accountOptions, page, problem } from '../html/page';
import { requireSameOrigin, visitorCookie, visitorOf, visitorsOf } from '../html/visitor';
import { readForm, redirect, type SandboxRequest, type SandboxResponse } from '../http';
import type { App } from '../model';
import { actorFor, findUser } from '../store';
import { findAppByClient } from './apps';
import { allowedRedirect } from './redirects';
import { issueCode } from './tokens';

/** What a client asks for, once it is known to be sound. */
interface Asked {
  app: App;
  redirectUri: string;
  state: string | null;
  codeChallenge: string | null;
  scopes: string[];
}

export function showAuthorization(request: SandboxRequest): SandboxResponse {
  const { query, primary } = request;
  const asked = readAsked(request, query);
  if ('status' in asked) return asked;
  const visitor = visitorOf(request);
  const suggested = findUser(primary, query.get('login') ?? '');
  const chosen = suggested?.type === 'User' ? actorFor(suggested) : visitor;
  const { app, redirectUri, scopes } = asked;
  return page(request, visitor, {
    title: `Authorize ${app.name}`,
    // A code must not be shown from a cache, nor inside somebody's frame.
    headers: { 'cache-control': 'no-store', 'x-frame-options': 'DENY' },
    content: html`<h1>Authorize ${app.name}</h1>
<p><strong>${app.name}</strong> would like to know who you are and to act in your name where it is installed${
      scopes.length > 0 && ` (${scopes.join(', ')})`
    }.</p>
<form method="post" action="/login/oauth/authorize">
${[...query].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`)}
<p class="field"><label for="account">Continue as</label>
<select id="account" name="account">${accountOptions(visitorsOf(primary), chosen)}</select></p>
<button class="main" name="decision" value="authorize">Authorize ${app.name}</button>
<button name="decision" value="cancel">Cancel</button>
</form>
<p class="muted">You will be sent back to ${new URL(redirectUri).origin}. This is the embedded GitHub: there are no passwords, you choose whom to be.</p>`,
  });
}

export function decideAuthorization(request: SandboxRequest): SandboxResponse {
  requireSameOrigin(request);
  const form = readForm(request);
  const asked = readAsked(request, form);
  if ('status' in asked) return asked;
  if (form.get('decision') !== 'authorize') {
    return sendBack(asked, {
      error: 'access_denied',
      error_description: 'The user has denied your application access.',
    });
  }
  const user = findUser(request.primary, form.get('account') ?? '');
  if (user?.type !== 'User') {
    return problem(request, visitorOf(request), 422, 'Nobody', 'There is nobody of that login.');
  }
  if (!asked.app.public && asked.app.ownerId !== user.id) {
    const sentence = `${asked.app.name} is private: only its owner can authorize it.`;
    return problem(request, visitorOf(request), 404, 'Not found', sentence);
  }
  const response = sendBack(asked, { code: issueCode(request.primary, { ...asked, user }) });
  return { ...response, headers: { ...response.headers, 'set-cookie': visitorCookie(user) } };
}

/** What is asked for, or the answer to a request that is not sound. */
function readAsked(request: SandboxRequest, fields: URLSearchParams): Asked | SandboxResponse {
  const visitor = visitorOf(request);
  const app = findAppByClient(request.primary, fields.get('client_id') ?? '');
  if (!app) {
    return problem(request, visitor, 404, 'Not found', 'No App has this client_id.');
  }
  const redirectUri = allowedRedirect(app, fields.get('redirect_uri'));
  if (redirectUri === null) {
    const sentence = `The redirect_uri is not associated with ${app.name}. It must be one of its callback addresses: ${app.callbackUrls.join(', ') || '(none)'}.`;
    return problem(request, visitor, 400, 'Be careful!', sentence);
  }
  const codeChallenge = fields.get('code_challenge');
  const asked: Asked = {
    app,
    redirectUri,
    state: fields.get('state'),
    codeChallenge,
    scopes: (fields.get('scope') ?? '').split(/[\s,]+/).filter(Boolean),
  };
  if (codeChallenge !== null && fields.get('code_challenge_method') !== 'S256') {
    return sendBack(asked, {
      error: 'invalid_request',
      error_description: 'code_challenge_method must be S256.',
    });
  }
  return asked;
}

function sendBack({ redirectUri, state }: Asked, answer: Record<string, string>): SandboxResponse {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (state !== null) url.searchParams.set('state', state);
  return redirect(url.href, 303);
}
