/**
 * Runs before the first paint, as lib/hydration/browser/boot.ts does: it puts the reader's choice of
 * theme on `<html>`, so that nothing flashes. Small enough to stand in the page; the policy allows
 * it by its hash.
 */

/** Where the browser keeps the reader's theme: `light`, `dark`, or nothing for the system's. */
export const THEME_KEY = 'theme';

export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t)document.documentElement.dataset.theme=t}catch(e){}`;
