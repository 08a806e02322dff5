/** One key for each way through the blog; `?` shows them all. */
import { nextTheme } from './theme';

/** What a key does. Keys for links press the link that the page has for it. */
const SHORTCUTS: Record<string, () => void> = {
  '?': () => document.querySelector<HTMLDialogElement>('#shortcuts')?.showModal(),
  '/': () => follow('[data-shortcut="search"]'),
  h: () => follow('[rel~="home"]'),
  n: () => follow('a[rel~="next"]'),
  p: () => follow('a[rel~="prev"]'),
  d: () => document.querySelector('#discussion')?.scrollIntoView(),
  t: nextTheme,
};

export function listenForShortcuts(): void {
  addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(target)) {
      return;
    }
    const act = SHORTCUTS[key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function follow(selector: string): void {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (selector.includes('search') && field) field.focus();
  else document.querySelector<HTMLAnchorElement>(selector)?.click();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="radio"]), textarea, select'))
  );
}
