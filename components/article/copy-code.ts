/** A button on every block of code that copies it. */
import type { ArticleWords } from '../../lib/i18n/article-words';

export function addCopyButtons(article: HTMLElement, words: ArticleWords): void {
  if (!navigator.clipboard) return;
  for (const block of article.querySelectorAll('.code-block')) {
    if (block.querySelector('.code-copy')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'code-copy';
    button.textContent = words.copy;
    button.addEventListener('click', () => copy(block, button, words));
    (block.querySelector('.code-header') ?? block).append(button);
  }
}

async function copy(block: Element, button: HTMLButtonElement, words: ArticleWords): Promise<void> {
  await navigator.clipboard.writeText(block.querySelector('code')?.textContent ?? '');
  button.textContent = words.copied;
  setTimeout(() => {
    button.textContent = words.copy;
  }, 2000);
}
