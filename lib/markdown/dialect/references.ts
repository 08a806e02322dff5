/**
 * Mentions, `#12`, `owner/name#12` and commits, by remark-github, with this site's repository and
 * server in the place of GitHub's.
 */
import type { Root } from 'mdast';
import remarkGithub, { type BuildUrlValues } from 'remark-github';
import type { Plugin } from 'unified';
import type { MarkdownContext } from '../types';
import { eachNode, transformProse } from './prose';

const TRIGGER = /[@#]|\bgh-\d|[\da-f]{7}|\/(?:issues|pull|commit|compare)\//i;

export const remarkReferences: Plugin<[], Root> = () => (tree, file) => {
  const { page } = file.data;
  if (!page) return;
  const { owner, name } = page.context.repository;
  const transform = remarkGithub({
    repository: `${owner}/${name}`,
    mentionStrong: false,
    buildUrl: (values) => addressOf(values, page.context),
  });
  transformProse(tree, file, TRIGGER, (prose) => {
    shortenOwnServer(prose, page.context);
    transform(prose, file);
  });
};

/** remark-github shortens addresses of github.com; an Enterprise server's are shortened likewise. */
function shortenOwnServer(prose: Root, { serverUrl, repository }: MarkdownContext): void {
  if (serverUrl === 'https://github.com') return;
  eachNode(prose, (node) => {
    if (node.type !== 'link' || !node.url.startsWith(`${serverUrl}/`)) return;
    const [only] = node.children;
    if (only?.type !== 'text' || only.value !== node.url) return;
    const match = /^([\w.-]+)\/([\w.-]+)\/(?:issues|pull)\/(\d+)(#[\w-]+)?$/.exec(
      node.url.slice(serverUrl.length + 1),
    );
    if (!match) return;
    const [, owner, name, number, fragment] = match;
    const own = owner === repository.owner && name === repository.name;
    only.value = `${own ? '' : `${owner}/${name}`}#${number}${fragment ? ' (comment)' : ''}`;
  });
}

function addressOf(values: BuildUrlValues, { serverUrl }: MarkdownContext): string | false {
  if (values.type === 'mention') return `${serverUrl}/${values.user}`;
  const repository = `${serverUrl}/${values.user}/${values.project}`;
  if (values.type === 'issue') return `${repository}/issues/${values.no}`;
  if (values.type === 'compare') return `${repository}/compare/${values.base}...${values.compare}`;
  // A number of seven digits is a number.
  return /^\d+$/.test(values.hash) ? false : `${repository}/commit/${values.hash}`;
}
