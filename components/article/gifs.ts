/** Animated images stand still until the reader plays them. */
import type { ArticleWords } from '../../lib/i18n/article-words';

export function stillGifs(article: HTMLElement, words: ArticleWords): void {
  for (const image of article.querySelectorAll<HTMLImageElement>('img[data-animated]')) {
    if (image.dataset.animated === 'ready') continue;
    image.dataset.animated = 'ready';
    if (image.complete && image.naturalWidth > 0) still(image, words);
    else image.addEventListener('load', () => still(image, words), { once: true });
  }
}

function still(image: HTMLImageElement, words: ArticleWords): void {
  const canvas = document.createElement('canvas');
  canvas.className = 'gif-still';
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', image.alt);
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'gif-button';
  const show = (playing: boolean) => {
    image.hidden = !playing;
    canvas.hidden = playing;
    button.textContent = playing ? words.stop : words.play;
    button.setAttribute('aria-pressed', String(playing));
  };
  button.addEventListener('click', () => show(Boolean(image.hidden)));
  image.after(canvas);
  (image.closest('a') ?? canvas).after(button);
  show(false);
}
