/**
 * Signing in, as far as every reader's browser has to know of it: who presses a link to sign in comes
 * back to the very place, and who is signed in gets their menu.
 */
import { announce } from '../comforts/announce';

/** Where on the page the reader was; kept by the tab until they return. */
const PLACE = 'sign-in-place';

/** The cookies that `lib/session` leaves for the page's scripts. */
const FOR_THE_MENU = /issuepress-(viewer|notice)=/;

let menu: Promise<typeof import('./account-menu')> | undefined;

export function offerAccount(): void {
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('[data-sign-in]');
    if (!link) return;
    const path = location.pathname + location.search + location.hash;
    link.search = `return=${encodeURIComponent(path)}`;
    // Where storage is forbidden this throws, and the reader returns to the page's beginning.
    sessionStorage.setItem(PLACE, `${scrollY} ${path}`);
  });
  look();
  // They may have signed in or out in another tab.
  addEventListener('visibilitychange', look);
}

function look(): void {
  if (!menu && !FOR_THE_MENU.test(document.cookie)) return;
  menu ??= import('./account-menu');
  void menu.then(({ showAccount }) => showAccount(announce, PLACE));
}
