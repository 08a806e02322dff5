/**
 * What a written text gains with JavaScript: copy buttons, embeds that open, images that grow, GIFs
 * that wait, diagrams, and notes in place. Plain DOM, loaded after the page; without it everything
 * reads and every link works. Nothing here needs an inline style or script.
 */
import type { ArticleWords } from '../../lib/i18n/article-words';
import { addCopyButtons } from './copy-code';

/**
 * Enhances every `.article` in `root`. Call it again after the HTML has changed: what is done
 * already is left alone, and clicks are heard once. What an article does not have is not loaded.
 * @param words in the language of the interface
 */
export function enhanceArticles(root: ParentNode, words: ArticleWords): void {
  listen(words);
  for (const article of root.querySelectorAll<HTMLElement>('.article')) {
    addCopyButtons(article, words);
    if (article.querySelector('img[data-animated]')) {
      void import('./gifs').then(({ stillGifs }) => stillGifs(article, words));
    }
    if (article.querySelector('pre[data-diagram]')) {
      void import('./diagrams').then(({ drawDiagrams }) => drawDiagrams(article, words));
    }
  }
}

let listening = false;

function listen(words: ArticleWords): void {
  if (listening) return;
  listening = true;
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const open = link?.closest('.article') ? openerOf(link, words) : null;
    if (!link || !open) return;
    event.preventDefault();
    const follow = () => location.assign(link.href);
    open().then((isOpen) => isOpen || follow(), follow);
  });
}

/**
 * @returns opens what the link stands for in its place, and says whether it could; null for an
 *   ordinary link
 */
function openerOf(link: HTMLAnchorElement, words: ArticleWords): (() => Promise<boolean>) | null {
  const { embed, zoom, footnoteRef } = link.dataset;
  if (embed !== undefined) return async () => (await import('./embeds')).openEmbed(link);
  if (zoom !== undefined) return async () => (await import('./zoom')).zoomImage(link, words);
  if (footnoteRef === undefined || link.closest('.footnotes')) return null;
  return async () => (await import('./footnotes')).toggleFootnote(link);
}
