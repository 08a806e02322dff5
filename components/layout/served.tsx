/**
 * A part of the page that stays as the server made it: the same HTML, which the browser's React looks
 * away from. So no browser carries what made it.
 */
import { useState } from 'react';
import styles from './layout.module.css';

export interface ServedProps {
  /** Tells the parts of a page apart. */
  name: string;
  /** What the server made of it; empty in a browser, which has it already. */
  html: string;
}

export function Served({ name, html }: ServedProps) {
  const [text] = useState(() => (typeof window === 'undefined' ? html : takeOver(name)));
  return (
    <div
      className={styles.served}
      data-served={name}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by React on the server
      dangerouslySetInnerHTML={{ __html: text }}
    />
  );
}

/** Where another view takes this one's place, the part goes on as it stands. */
function takeOver(name: string): string {
  return document.querySelector(`[data-served="${name}"]`)?.innerHTML ?? '';
}
