/** Feeds, the source on GitHub, and whose words these are. */

import { fill } from '../../lib/i18n';
import { ARCHIVE_PATH, FEED_FORMATS, feedPath, homePath, SEARCH_PATH } from '../../lib/paths';
import { Icon } from '../icons';
import { useSite } from '../site-context';
import styles from './footer.module.css';
import type { LayoutProps } from './layout';

const FEED_NAMES = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const;

export function Footer({ source }: { source: LayoutProps['source'] }) {
  const { site, messages } = useSite();
  const words = messages.layout;
  return (
    <footer className={styles.footer}>
      <p className={styles.title}>
        <a href={homePath()}>{site.title}</a>
      </p>
      <nav aria-label={words.siteMenu} className={styles.links}>
        <ul>
          <li>
            <a href={ARCHIVE_PATH}>{words.archive}</a>
          </li>
          <li>
            <a href={SEARCH_PATH}>{words.search}</a>
          </li>
          {site.repositoryUrl &&
            FEED_FORMATS.map((format) => (
              <li key={format}>
                <a href={feedPath(format)}>{FEED_NAMES[format]}</a>
              </li>
            ))}
          {site.repositoryUrl && (
            <li>
              <a href={site.repositoryUrl}>
                <Icon name="github" />
                {words.source}
              </a>
            </li>
          )}
        </ul>
      </nav>
      <p className={styles.colophon}>
        {source && (
          <>
            <a href={source.url}>{fill(messages.post.onGitHub, { number: source.number })}</a>
            {'. '}
          </>
        )}
        {site.footer ?? words.license} {words.poweredBy}
      </p>
    </footer>
  );
}
