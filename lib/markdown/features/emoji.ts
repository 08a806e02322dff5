/** `:name:` as GitHub writes it: Unicode emoji by gemoji, and GitHub's own as images. */

import { nameToEmoji } from 'gemoji';
import type { ElementContent } from 'hast';
import { h } from '../page';

/** The names GitHub draws itself, under `/images/icons/emoji/NAME.png` of its asset server. */
const GITHUB_ONLY = new Set(
  'accessibility atom basecamp basecampy bowtie dependabot electron feelsgood finnadie fishsticks goberserk godmode hurtrealbad neckbeard octocat rage1 rage2 rage3 rage4 shipit suspect trollface'.split(
    ' ',
  ),
);

const SHORT_CODE = /:([\w+-]{1,40}):/g;

/** @returns the pieces of `text` with its short codes replaced, or null where there is none */
export function replaceEmoji(text: string): ElementContent[] | null {
  if (!text.includes(':')) return null;
  const pieces: ElementContent[] = [];
  let plain = '';
  let end = 0;
  for (const match of text.matchAll(SHORT_CODE)) {
    const name = match[1] ?? '';
    const emoji = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
    if (emoji === undefined && !GITHUB_ONLY.has(name)) continue;
    plain += text.slice(end, match.index);
    end = match.index + match[0].length;
    if (emoji !== undefined) {
      plain += emoji;
      continue;
    }
    if (plain) pieces.push({ type: 'text', value: plain });
    plain = '';
    pieces.push(image(name));
  }
  if (end === 0) return null;
  plain += text.slice(end);
  if (plain) pieces.push({ type: 'text', value: plain });
  return pieces;
}

function image(name: string): ElementContent {
  return h('img', {
    className: ['emoji'],
    alt: `:${name}:`,
    src: `https://github.githubassets.com/images/icons/emoji/${name}.png`,
    width: 20,
    height: 20,
    loading: 'lazy',
  });
}
