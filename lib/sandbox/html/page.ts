/** The frame of every HTML page of the embedded GitHub, and whom it is shown to. */
import { errorResponse } from '../error-response';
import { html as answer, type SandboxRequest, type SandboxResponse } from '../http';
import type { User } from '../model';
import { SandboxError } from '../store';
import { html, Markup } from './markup';
import { STYLE } from './style';
import { type Visitor, visitorOf, visitorsOf } from './visitor';

export interface Page {
  title: string;
  content: Markup;
  /** Default 200. */
  status?: number;
  headers?: Record<string, string | string[]>;
}

/** A whole page, with the switch of who is looking. */
export function page(request: SandboxRequest, visitor: Visitor, content: Page): SandboxResponse {
  const here = request.url.pathname + request.url.search;
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title} · embedded GitHub</title>
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header class="top">
<a class="home" href="/">Embedded GitHub</a>
${accountSwitch(visitorsOf(request.primary), visitor, request.method === 'GET' ? here : '/')}
</header>
<main>
${content.content}
</main>
</body>
</html>
`;
  return answer(content.status ?? 200, document.text, content.headers);
}

function accountSwitch(users: User[], visitor: Visitor, back: string): Markup {
  return html`<form class="inline" method="post" action="/_session">
<input type="hidden" name="return_to" value="${back}">
<label for="you-are">You are</label>
<select id="you-are" name="login">${accountOptions(users, visitor)}</select>
<button class="small">Switch</button>
</form>`;
}

/** The people one can be, the present one chosen. */
export function accountOptions(users: readonly User[], chosen: Visitor): Markup {
  return html`${users.map(
    ({ id, login, name }) =>
      html`<option value="${login}"${id === chosen.user.id && new Markup(' selected')}>${login}${
        name && ` (${name})`
      }</option>`,
  )}`;
}

/** A page that says what went wrong. */
export function problem(
  request: SandboxRequest,
  visitor: Visitor,
  status: number,
  title: string,
  explanation: string,
): SandboxResponse {
  const content = html`<h1>${title}</h1><p class="notice bad">${explanation}</p>`;
  return page(request, visitor, { title, content, status });
}

/** Shows what the store refuses as a page, for people. */
export function asPage(request: SandboxRequest, action: () => SandboxResponse): SandboxResponse {
  try {
    return action();
  } catch (error) {
    const { status } = errorResponse(error);
    const details = error instanceof SandboxError ? error.errors : [];
    const message = error instanceof Error ? error.message : '';
    const sentence = details.map(({ field, code, message }) => message ?? `${field}: ${code}`);
    const title = status === 404 ? 'There is nothing here' : 'That did not work';
    return problem(request, visitorOf(request), status, title, sentence.join('; ') || message);
  }
}
