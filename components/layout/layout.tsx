/** The frame of every page: skip link, header, main, footer. */
import '../theme/theme.module.css';
import '../account/account.module.css';
import './footer.module.css';
import './header.module.css';
import './shortcuts.module.css';
import type { ReactNode } from 'react';
import { useSite } from '../site-context';
import { Footer } from './footer';
import { Header } from './header';
import styles from './layout.module.css';
import { Served } from './served';
import { servedHtml } from './served-html';
import { Shortcuts } from './shortcuts';

export interface LayoutProps {
  /** The home page's header is the masthead, with the site's title as the page's heading. */
  masthead?: boolean;
  /** The issue behind this page, for the footer. */
  source?: { number: number; url: string } | null;
  children: ReactNode;
}

/** Nothing in the header and the footer changes while a page is open. */
export function Layout({ masthead = false, source = null, children }: LayoutProps) {
  const value = useSite();
  return (
    <div className={styles.page}>
      <a className="skip-link" href="#content">
        {value.messages.layout.skipToContent}
      </a>
      <Served
        name="header"
        html={
          typeof window === 'undefined' ? servedHtml(value, <Header masthead={masthead} />) : ''
        }
      />
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <Served
        name="footer"
        html={typeof window === 'undefined' ? servedHtml(value, <Footer source={source} />) : ''}
      />
      <Served
        name="shortcuts"
        html={typeof window === 'undefined' ? servedHtml(value, <Shortcuts />) : ''}
      />
    </div>
  );
}
