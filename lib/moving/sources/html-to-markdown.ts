/** HTML of other blogs → Markdown as one writes it on GitHub. */
import TurndownService from 'turndown';
import { gfm } from 'turndown-plugin-gfm';

const turndown = new TurndownService({
  headingStyle: 'atx',
  codeBlockStyle: 'fenced',
  bulletListMarker: '-',
  emDelimiter: '*',
  hr: '---',
});
turndown.use(gfm);
turndown.remove(['script', 'style', 'noscript', 'link', 'meta']);
// Markdown has nothing for these; GitHub keeps them as they are.
turndown.keep(['sub', 'sup', 'kbd', 'mark', 'ins', 'details', 'summary', 'video', 'picture']);

turndown.addRule('figcaption', {
  filter: 'figcaption',
  replacement: (content) => (content.trim() ? `\n\n*${content.trim()}*\n\n` : ''),
});

turndown.addRule('embed', {
  filter: 'iframe',
  replacement: (_content, node) => {
    const address = 'getAttribute' in node ? node.getAttribute('src') : null;
    const video = /youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/.exec(address ?? '')?.[1];
    if (video) return `\n\nhttps://www.youtube.com/watch?v=${video}\n\n`;
    return address ? `\n\n<${address}>\n\n` : '';
  },
});

/** @param html a fragment, from anybody: it is sanitised when it is shown */
export function htmlToMarkdown(html: string): string {
  return turndown
    .turndown(html)
    .replace(/\u00a0/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
