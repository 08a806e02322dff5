/** An image at its full size over the page. */
import type { ArticleWords } from '../../lib/i18n/article-words';

/** @returns whether the link was an image's, which is shown large now */
export function zoomImage(link: HTMLAnchorElement, words: ArticleWords): boolean {
  const image = link.querySelector('img');
  if (link.dataset.zoom === undefined || !image || typeof HTMLDialogElement === 'undefined') {
    return false;
  }
  const dialog = document.createElement('dialog');
  dialog.className = 'image-zoom';
  dialog.setAttribute('aria-label', image.alt || words.close);
  const large = document.createElement('img');
  const shown = image.currentSrc;
  // Made smaller for the column, it is not the picture itself.
  large.src = shown && !shown.includes('/_next/image') ? shown : link.href;
  large.alt = image.alt;
  large.referrerPolicy = 'no-referrer';
  dialog.append(large);
  const caption = link.closest('figure')?.querySelector('figcaption')?.textContent;
  if (caption) {
    const text = document.createElement('p');
    text.textContent = caption;
    dialog.append(text);
  }
  dialog.tabIndex = -1;
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return true;
}
