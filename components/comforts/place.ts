/** Remembers where the reader left a long post, and offers to go on from there. */
const KEY = 'places';
const KEPT = 60;
const ARTICLE = '[data-article]';

/** For each post's path, the number of the first block that was in view. */
type Places = [path: string, block: number][];

export function rememberPlace(): void {
  const article = document.querySelector(ARTICLE);
  const button = document.querySelector<HTMLButtonElement>('[data-continue]');
  if (!article || article.children.length < 8) return;
  const [, left] = load().find(([path]) => path === location.pathname) ?? [];
  const place = left === undefined ? undefined : article.children[left];
  if (button && place && scrollY === 0 && !location.hash) {
    button.hidden = false;
    button.addEventListener('click', () => {
      button.hidden = true;
      place.scrollIntoView();
    });
    addEventListener('scroll', () => scrollY > innerHeight && hide(button), { passive: true });
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save(firstBlockInView());
  });
}

function hide(button: HTMLButtonElement): void {
  button.hidden = true;
}

/** Null at the beginning, and once the end has been reached. */
function firstBlockInView(): number | null {
  const blocks = [...(document.querySelector(ARTICLE)?.children ?? [])];
  const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
  const ended = (blocks.at(-1)?.getBoundingClientRect().bottom ?? 0) < innerHeight;
  return index < 3 || ended ? null : index;
}

function save(block: number | null): void {
  const others = load().filter(([path]) => path !== location.pathname);
  const places: Places = block === null ? others : [[location.pathname, block], ...others];
  try {
    localStorage.setItem(KEY, JSON.stringify(places.slice(0, KEPT)));
  } catch {
    // Storage is full or forbidden; the place is not kept.
  }
}

function load(): Places {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(value) ? value.filter(isPlace) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is Places[number] {
  return Array.isArray(value) && typeof value[0] === 'string' && Number.isInteger(value[1]);
}
