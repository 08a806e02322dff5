/**
 * Signing in, as far as every reader's browser has to know of it: who presses a link to sign in comes
 * back to the very place, and who is signed in gets their menu.
 */
import { announce } from '../comforts/announce';

/** Where on the page the reader was; kept by the tab until they return. */
const PLACE = 'sign-in-place';

/** What `lib/session` leaves for the page's scripts: who is signed in, or a notice. */
const FOR_THE_MENU = 'issuepress-';

let hasMenu = false;

export function offerAccount(): void {
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('[data-sign-in]');
    if (!link) return;
    const path = location.href.slice(location.origin.length);
    link.search = `return=${encodeURIComponent(path)}`;
    // Where storage is forbidden this throws, and the reader returns to the page's beginning.
    sessionStorage[PLACE] = `${scrollY} ${path}`;
  });
  look();
  // They may have signed in or out in another tab.
  addEventListener('visibilitychange', look);
}

function look(): void {
  hasMenu ||= document.cookie.includes(FOR_THE_MENU);
  if (hasMenu) void import('./account-menu').then((menu) => menu.showAccount(announce, PLACE));
}
