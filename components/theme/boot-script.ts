/**
 * The one script that runs before the first paint: it puts the reader's choice of theme on
 * `<html>`, so that nothing flashes. Small enough to stand in the page; the policy allows it by
 * its hash.
 */
import { createHash } from 'node:crypto';
import { THEME_KEY } from './theme-key';

export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t)document.documentElement.dataset.theme=t}catch(e){}`;

/** The script's source expression for `script-src`, with its quotes. */
export function themeScriptHash(): string {
  return `'sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}'`;
}
