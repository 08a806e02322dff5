/** Fetches a page of this blog when the reader seems about to open it. */

declare global {
  interface Navigator {
    /** Where the browser has the Network Information API, which TypeScript does not know. */
    readonly connection?: { readonly saveData?: boolean };
  }
}

const HESITATION_MS = 65;

/** @param first what the reader did before this was loaded */
export function prefetchOnIntent(first: Event): void {
  const asked = new Set([location.pathname]);
  let timer = 0;
  const consider = ({ target }: Event) => {
    clearTimeout(timer);
    const link = target instanceof Element ? target.closest('a') : null;
    if (link && worthFetching(link, asked)) {
      timer = window.setTimeout(() => prefetch(link, asked), HESITATION_MS);
    }
  };
  document.addEventListener('pointerover', consider, { passive: true });
  document.addEventListener('focusin', consider);
  consider(first);
}

/** Pages only: no feeds, no routes of the API (also below a path), nothing for readers who save data. */
function worthFetching(link: HTMLAnchorElement, asked: Set<string>): boolean {
  return (
    !savesData() &&
    link.origin === location.origin &&
    !asked.has(link.pathname) &&
    !link.type &&
    !/\/api\/|\.\w+$/.test(link.pathname)
  );
}

/** `navigator.connection` is Chromium's alone; others say it in a media query. */
function savesData(): boolean {
  return (
    navigator.connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches
  );
}

function prefetch(link: HTMLAnchorElement, asked: Set<string>): void {
  asked.add(link.pathname);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = link.href;
  document.head.append(hint);
}
