/**
 * What people do to a blog on GitHub, one thing after the other, as the dice fall. They go on doing so
 * while GitHub's API is down, so that all happens in the embedded GitHub itself.
 */
import type { Sandbox } from '../../../lib/sandbox/server';
import {
  actorOf,
  addLabels,
  createComment,
  createIssue,
  deleteComment,
  deleteIssue,
  findRepository,
  labelsOf,
  removeLabel,
  requireIssue,
  silently,
  updateComment,
  updateIssue,
} from '../../../lib/sandbox/store';
import { DEMO_TOKENS } from '../../../lib/sandbox/world';
import { createDice } from '../dice';
import { TAGS } from './addresses';
import { type Chronicle, createChronicle } from './chronicle';

export interface BlogEvents {
  /** How many there were. */
  count(): number;
  /** Makes the next one happen. */
  next(): void;
  chronicle: Chronicle;
}

/** @param posts how many there are to begin with, nobody being told of them */
export function createBlogEvents({ store }: Sandbox, seed: number, posts: number): BlogEvents {
  const repository = found(findRepository(store, 'octocat', 'blog'));
  const author = found(actorOf(store, DEMO_TOKENS.author));
  const reader = found(actorOf(store, DEMO_TOKENS.reader));
  const roll = createDice(seed);
  const chronicle = createChronicle();
  const comments: { id: number; number: number }[] = [];
  let count = 0;

  const issueOf = (number: number) => requireIssue(store, repository, number);
  const somePost = () => issueOf(pick(chronicle.present()));
  const someText = () => `Text after event ${count}. See #${1 + roll(posts)}.`;

  function open(isPost = roll(5) > 0): void {
    const labels = [...(isPost ? ['Publish'] : []), pick(TAGS)];
    const title = `Post ${chronicle.nextNumber()}`;
    const { number } = createIssue(store, author, repository, { title, body: someText(), labels });
    chronicle.opened(number, title, { text: count, isPublic: isPost, count });
  }

  function edit(): void {
    const issue = somePost();
    updateIssue(store, author, issue, { body: someText() });
    chronicle.edited(issue.number, count);
  }

  /** Now and then back to what it was called at first. */
  function retitle(): void {
    const issue = somePost();
    const title = roll(5) === 0 ? `Post ${issue.number}` : `Title ${count}`;
    updateIssue(store, author, issue, { title });
    chronicle.retitled(issue.number, title);
  }

  function label(): void {
    const issue = somePost();
    const name = roll(2) === 0 ? 'Publish' : pick(TAGS);
    addLabels(store, author, issue, [name]);
    if (name === 'Publish') chronicle.published(issue.number, true, count);
  }

  function unlabel(): void {
    const issue = somePost();
    const name = pick([...labelsOf(store, issue).map((one) => one.name), 'none']);
    if (name === 'none') return;
    removeLabel(store, author, issue, name);
    if (name === 'Publish') chronicle.published(issue.number, false, count);
  }

  function closeOrReopen(): void {
    const issue = somePost();
    updateIssue(store, author, issue, { state: issue.state === 'open' ? 'closed' : 'open' });
  }

  function remove(): void {
    const issue = somePost();
    deleteIssue(store, author, issue);
    chronicle.deleted(issue.number, count);
    for (const one of comments.splice(0)) if (one.number !== issue.number) comments.push(one);
  }

  function comment(): void {
    const { id, number } = somePost();
    const written = createComment(store, reader, { id }, `Comment at event ${count}`);
    comments.push({ id: written.id, number });
    chronicle.commented(number, written.id);
  }

  function editComment(): void {
    if (comments.length === 0) comment();
    updateComment(store, reader, pick(comments), `Comment of event ${count}. See #${1 + roll(9)}.`);
  }

  function removeComment(): void {
    if (comments.length === 0) comment();
    const [gone] = comments.splice(roll(comments.length), 1);
    deleteComment(store, reader, found(gone));
  }

  function pick<Thing>(things: readonly Thing[]): Thing {
    return found(things[roll(things.length)]);
  }

  const kinds: readonly (readonly [share: number, happen: () => void])[] = [
    [5, () => open()],
    [20, edit],
    [12, retitle],
    [9, label],
    [8, unlabel],
    [5, closeOrReopen],
    [2, remove],
    [20, comment],
    [10, editComment],
    [9, removeComment],
  ];
  const lots = kinds.flatMap(([share, happen]) => Array<() => void>(share).fill(happen));

  silently(store, () => {
    for (let number = 1; number <= posts; number += 1) open(true);
  });
  return {
    count: () => count,
    next() {
      count += 1;
      pick(lots)();
    },
    chronicle,
  };
}

function found<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new Error('It is not there.');
  return thing;
}
