/**
 * Mentions, `#12`, `owner/name#12` and commits, by remark-github, with this site's repository and
 * server in the place of GitHub's.
 */
import type { Root } from 'mdast';
import remarkGithub, { type BuildUrlValues } from 'remark-github';
import type { Plugin } from 'unified';
import type { MarkdownContext } from '../types';
import { transformProse } from './prose';

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
  transformProse(tree, file, TRIGGER, (prose) => transform(prose, file));
};

function addressOf(values: BuildUrlValues, { serverUrl }: MarkdownContext): string | false {
  if (values.type === 'mention') return `${serverUrl}/${values.user}`;
  const repository = `${serverUrl}/${values.user}/${values.project}`;
  if (values.type === 'issue') return `${repository}/issues/${values.no}`;
  if (values.type === 'compare') return `${repository}/compare/${values.base}...${values.compare}`;
  // A number of seven digits is a number.
  return /^\d+$/.test(values.hash) ? false : `${repository}/commit/${values.hash}`;
}
