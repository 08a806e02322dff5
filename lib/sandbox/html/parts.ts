/** Small pieces that several pages show. */
import type { Issue, Label, User } from '../model';
import { userHtmlUrl } from '../shapes/urls';
import { labelsOf, type Store, userById } from '../store';
import { html, Markup } from './markup';
import type { RepositoryView } from './view';

export function labelBadge(base: string, label: Label): Markup {
  const query = `?label=${encodeURIComponent(label.name)}`;
  // A colour is six hexadecimal digits; the store has checked it.
  return html`<a class="label" style="--dot: #${label.color}" href="${base}/issues${query}">${label.name}</a>`;
}

export function labelBadges(store: Store, base: string, issue: Issue): Markup {
  return html`${labelsOf(store, issue).map((label) => html` ${labelBadge(base, label)}`)}`;
}

/** A name that leads to the profile; `ghost` for a deleted account. */
export function person(store: Store, id: number | null): Markup {
  const user = userById(store, id);
  if (!user) return html`<span>ghost</span>`;
  return html`<a href="${pathOf(userHtmlUrl(store, user))}">${user.login}</a>${botMark(user)}`;
}

function botMark(user: User): Markup | false {
  return user.type === 'Bot' && html` <span class="muted">bot</span>`;
}

export function time(at: string): Markup {
  return html`<time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 16)}</time>`;
}

/** A body as it was written, with its addresses as links. */
export function sourceText(body: string | null): Markup {
  if (!body) return html`<div class="text muted">No description.</div>`;
  const parts = body.split(/(https?:\/\/[^\s<>"')\]]+)/);
  return html`<div class="text">${parts.map((part, index) =>
    index % 2 === 1 ? html`<a href="${part}" rel="nofollow">${part}</a>` : part,
  )}</div>`;
}

/** A text area; the line break after its tag keeps a leading empty line of the text. */
export function textArea(
  name: string,
  label: string,
  id: string,
  text = '',
  short = false,
): Markup {
  return html`<p class="field"><label for="${id}">${label}</label>
<textarea id="${id}" name="${name}"${short && new Markup(' class="short"')}>
${text}</textarea></p>`;
}

/** A form that is one button. */
export function button(action: string, name: string, caption: string, style = ''): Markup {
  return html`<form class="inline" method="post" action="${action}"><button class="${style}" name="${name}" value="1">${caption}</button></form>`;
}

export function repositoryTabs(
  { base }: RepositoryView,
  current: 'issues' | 'labels' | 'files',
): Markup {
  const tab = (name: typeof current, path: string, caption: string) =>
    html`<a href="${path}"${name === current && new Markup(' aria-current="page"')}>${caption}</a>`;
  return html`<p><a href="${base}">${base.slice(1)}</a></p>
<nav class="tabs" aria-label="Repository">${tab('issues', `${base}/issues`, 'Issues')} ${tab(
    'labels',
    `${base}/labels`,
    'Labels',
  )} ${tab('files', base, 'Files')}</nav>`;
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}
