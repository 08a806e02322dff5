/**
 * What a written text gains with JavaScript: copy buttons, embeds that open, images that grow, GIFs
 * that wait, diagrams, and notes in place. Plain DOM, loaded after the page; without it everything
 * reads and every link works. Nothing here needs an inline style or script.
 */
import { addCopyButtons } from './copy-code';
import { drawDiagrams } from './diagrams';
import { openEmbed } from './embeds';
import { toggleFootnote } from './footnotes';
import { stillGifs } from './gifs';
import { type ArticleWords, ENGLISH } from './words';
import { zoomImage } from './zoom';

/**
 * Enhances every `.article` below `root`. Call it again after the HTML has changed: what is done
 * already is left alone, and clicks are heard once.
 * @param words in the language of the interface
 */
export function enhanceArticles(root: ParentNode = document, words: ArticleWords = ENGLISH): void {
  listen(words);
  for (const article of root.querySelectorAll<HTMLElement>('.article')) {
    addCopyButtons(article, words);
    stillGifs(article, words);
    drawDiagrams(article, words);
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
    if (!link?.closest('.article')) return;
    if (openEmbed(link) || zoomImage(link, words) || toggleFootnote(link)) event.preventDefault();
  });
}
