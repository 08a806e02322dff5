/**
 * Where the browser melts one page into the next, the headline that was pressed grows into the
 * headline of the post. The style sheet does the rest; other browsers just go there.
 */
export function carryTitleAcross(): void {
  addEventListener('pageswap', (event) => {
    const to = event.activation?.entry.url;
    if (!event.viewTransition || !to) return;
    const { pathname } = new URL(to);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.h-entry .p-name.u-url')) {
      if (link.pathname !== pathname) continue;
      link.style.viewTransitionName = 'post-title';
      return;
    }
  });
}
