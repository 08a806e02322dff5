/** An issue's text or a comment as a card: who, when, the text, reactions, and what one may do. */
import type { Comment, Issue } from '../model';
import {
  authorAssociation,
  mayDiscuss,
  mayEdit,
  type ReactionGroup,
  reactionGroups,
} from '../store';
import { html, Markup } from './markup';
import { button, person, sourceText, textArea, time } from './parts';
import { mayAs, type RepositoryView } from './view';

const FACES: Readonly<Record<ReactionGroup['content'], readonly [face: string, name: string]>> = {
  THUMBS_UP: ['👍', 'thumbs up'],
  THUMBS_DOWN: ['👎', 'thumbs down'],
  LAUGH: ['😄', 'laugh'],
  HOORAY: ['🎉', 'hooray'],
  CONFUSED: ['😕', 'confused'],
  HEART: ['❤️', 'heart'],
  ROCKET: ['🚀', 'rocket'],
  EYES: ['👀', 'eyes'],
};

/** The opening text of an issue. */
export function issueCard(view: RepositoryView, issue: Issue): Markup {
  const action = `${view.base}/issues/${issue.number}`;
  const edit = html`<details><summary>Edit title and text</summary>
<form method="post" action="${action}/edit">
<p class="field"><label for="title">Title</label>
<input type="text" id="title" name="title" required maxlength="256" value="${issue.title}"></p>
${textArea('body', 'Body', 'body', issue.body ?? '')}
<button class="main">Save</button>
</form></details>`;
  return card(view, issue, issue, action, `issue-${issue.id}`, edit);
}

export function commentCard(view: RepositoryView, issue: Issue, comment: Comment): Markup {
  const action = `${view.base}/comments/${comment.id}`;
  const edit = html`<details><summary>Edit</summary>
<form method="post" action="${action}/edit">
${textArea('body', 'Comment', `body-${comment.id}`, comment.body, true)}
<button class="main">Save</button>
</form></details>
${button(`${action}/delete`, 'delete', 'Delete comment', 'small danger')}`;
  const shown = card(view, issue, comment, action, `issuecomment-${comment.id}`, edit);
  const hide = mayAs(view, 'triage') && hideForm(action, comment);
  if (comment.minimizedReason === null) return html`${shown}${hide}`;
  return html`<details id="minimized-${comment.id}"><summary>Hidden as ${comment.minimizedReason}</summary>${shown}</details>${hide}`;
}

function card(
  view: RepositoryView,
  issue: Issue,
  entry: Issue | Comment,
  action: string,
  id: string,
  edit: Markup,
): Markup {
  const { store, repository, visitor } = view;
  const association = authorAssociation(store, repository, entry.authorId);
  return html`<article class="card" id="${id}">
<header>${person(store, entry.authorId)} ${association !== 'NONE' && html`<span class="muted">${association.toLowerCase()}</span>`}
<a href="#${id}">${time(entry.createdAt)}</a>${entry.lastEditedAt && html` · edited ${time(entry.lastEditedAt)}`}</header>
${sourceText(entry.body)}
<footer>${reactionButtons(view, issue, entry, action)}
${mayEdit(store, repository, visitor, entry) && edit}</footer>
</article>`;
}

function reactionButtons(
  { store, repository, visitor }: RepositoryView,
  issue: Issue,
  entry: Issue | Comment,
  action: string,
): Markup {
  const allowed = mayDiscuss(store, repository, visitor, issue);
  return html`<form class="inline" method="post" action="${action}/react">${reactionGroups(
    entry,
  ).map(({ content, userIds }) => {
    const [face, name] = FACES[content];
    const own = userIds.includes(visitor.user.id);
    const count = userIds.length;
    const caption = `${own ? 'Take back' : 'React with'} ${name}, ${count} so far`;
    return (
      (allowed || count > 0) &&
      html`<button class="small" name="content" value="${content}" aria-pressed="${own ? 'true' : 'false'}" aria-label="${caption}"${
        !allowed && new Markup(' disabled')
      }>${face} ${count > 0 && count}</button>`
    );
  })}</form>`;
}

function hideForm(action: string, comment: Comment): Markup {
  if (comment.minimizedReason !== null) {
    return button(`${action}/minimize`, 'show', 'Show comment', 'small');
  }
  const reasons = ['off-topic', 'outdated', 'resolved', 'duplicate', 'spam', 'abuse'];
  const id = `reason-${comment.id}`;
  return html`<form class="inline" method="post" action="${action}/minimize">
<label class="plain muted" for="${id}">Hide as</label>
<select id="${id}" name="reason">${reasons.map((reason) => html`<option>${reason}</option>`)}</select>
<button class="small">Hide comment</button></form>`;
}
