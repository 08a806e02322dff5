/** What every new sandbox holds: its people, their tokens, two repositories and the template. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Actor, Repository } from './model';
import { ensureDemoApp } from './oauth/demo-app';
import {
  actorFor,
  addToken,
  at,
  createLabel,
  createRepository,
  createUser,
  type Store,
  setCollaborator,
  silently,
  writeFile,
} from './store';

export const DEMO_TOKENS = {
  author: 'author-token',
  reader: 'reader-token',
  bot: 'bot-token',
} as const;

const BEGINNING = '2023-01-25T09:00:00Z';

/** Fills an empty store. Nothing of it is told to webhooks. */
export function createWorld(store: Store): void {
  silently(store, () => at(store, BEGINNING, () => createPeopleAndRepositories(store)));
}

function createPeopleAndRepositories(store: Store): void {
  const octocat = createUser(store, {
    login: 'octocat',
    name: 'The Octocat',
    bio: 'Writes where the code is.',
    email: 'octocat@example.com',
  });
  const hubot = createUser(store, { login: 'hubot', name: 'Hubot' });
  const bot = createUser(store, { login: 'issuepress-bot', name: 'Issuepress' });
  createUser(store, { login: 'dependabot[bot]' });
  createUser(store, { login: 'octo-org', name: 'Octo Org', type: 'Organization' });
  addToken(store, { token: DEMO_TOKENS.author, userId: octocat.id });
  addToken(store, { token: DEMO_TOKENS.reader, userId: hubot.id });
  addToken(store, { token: DEMO_TOKENS.bot, userId: bot.id });

  const blog = createRepository(store, {
    owner: octocat,
    name: 'blog',
    description: 'A blog whose posts are issues',
  });
  const notes = createRepository(store, {
    owner: octocat,
    name: 'notes',
    description: 'What is not a post yet',
  });
  const actor = actorFor(octocat);
  for (const repository of [blog, notes]) {
    setCollaborator(store, repository, bot, 'write');
    for (const [name, color, description] of LABELS) {
      createLabel(store, actor, repository, { name, color, description });
    }
    writeFirstFiles(store, actor, repository);
  }
  ensureDemoApp(store);
}

const LABELS: readonly (readonly [name: string, color: string, description: string])[] = [
  ['Publish', '0e8a16', 'Published on the blog'],
  ['Draft', 'd4c5f9', 'Not ready yet; shown to nobody'],
  ['emacs', '7f5ab6', 'The editor'],
  ['unikernels', 'ee6a00', 'Operating systems made of libraries'],
  ['typography', 'c2185b', 'Letters and the space between them'],
  ['writing', '1d76db', 'About writing itself'],
  ['notes', 'fbca04', 'Short things'],
];

function writeFirstFiles(store: Store, actor: Actor, repository: Repository): void {
  writeFile(store, actor, repository, {
    path: 'README.md',
    content: `# ${repository.name}\n\nThe posts are the [issues](../../issues) with the label \`Publish\`.\n`,
    message: 'Say what this is',
  });
  for (const [name, content] of issueTemplates()) {
    writeFile(store, actor, repository, {
      path: `.github/ISSUE_TEMPLATE/${name}`,
      content,
      message: `Add the issue template ${name}`,
    });
  }
}

/** The project's own issue templates, so that the sandbox offers what a forker's repository does. */
function issueTemplates(): [name: string, content: string][] {
  for (const folder of ['templates/ISSUE_TEMPLATE', '.github/ISSUE_TEMPLATE', 'templates']) {
    const directory = path.join(process.cwd(), folder);
    if (!existsSync(path.join(directory, 'new-post.md'))) continue;
    return readdirSync(directory)
      .filter((name) => /^new-post.*\.md$|^config\.yml$/.test(name))
      .map((name) => [name, readFileSync(path.join(directory, name), 'utf8')]);
  }
  return [['new-post.md', BUILT_IN_TEMPLATE]];
}

const BUILT_IN_TEMPLATE = `---
name: New post
about: Write a post for the blog
title: ''
labels: Publish
---

`;
