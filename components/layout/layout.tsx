/** The frame of every page: skip link, header, main, footer. */
import '../theme/theme.module.css';
import type { ReactNode } from 'react';
import { useSite } from '../site-context';
import { Footer } from './footer';
import { Header } from './header';
import styles from './layout.module.css';
import { Shortcuts } from './shortcuts';

export interface LayoutProps {
  /** The home page's header is the masthead, with the site's title as the page's heading. */
  masthead?: boolean;
  /** The issue behind this page, for the footer. */
  source?: { number: number; url: string } | null;
  children: ReactNode;
}

export function Layout({ masthead = false, source = null, children }: LayoutProps) {
  const { messages } = useSite();
  return (
    <div className={styles.page}>
      <a className="skip-link" href="#content">
        {messages.layout.skipToContent}
      </a>
      <Header masthead={masthead} />
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <Footer source={source} />
      <Shortcuts />
    </div>
  );
}
