/** The site's title and the ways into it. On the home page it is a masthead. */
import { withBase } from '../../lib/base-path';
import { ARCHIVE_PATH, feedPath, homePath, SEARCH_PATH } from '../../lib/paths';
import { Account } from '../account/account';
import { Icon } from '../icons';
import type { SearchWords } from '../search/search-box';
import { useSite } from '../site-context';
import { ThemeSwitch } from '../theme/theme-switch';
import styles from './header.module.css';

export function Header({ masthead }: { masthead: boolean }) {
  const { site, messages, page } = useSite();
  const words = messages.layout;
  const { list, comforts } = messages;
  const searchWords: SearchWords = {
    label: list.searchLabel,
    hint: list.searchHint,
    nothing: list.searchNothing,
    loading: list.searchLoading,
    failed: list.searchFailed,
    all: list.searchAll,
    close: comforts.close,
  };
  const Title = masthead ? 'h1' : 'p';
  return (
    <header className={`${styles.header} ${masthead ? styles.masthead : styles.running}`}>
      <div className={styles.brand}>
        <Title className={styles.title}>
          <a href={homePath()} rel="home">
            {site.logo && (
              <img
                className={styles.logo}
                src={site.logo.startsWith('/') ? withBase(site.logo) : site.logo}
                alt=""
              />
            )}
            {site.title}
          </a>
        </Title>
        {masthead && site.description && (
          <p className={styles.tagline} dir="auto">
            {site.description}
          </p>
        )}
      </div>
      <div className={styles.bar}>
        <nav className={styles.navigation} aria-label={words.navigation}>
          <ul>
            {site.links.map(({ name, url }) => (
              <li key={url}>
                <a href={url.startsWith('/') ? withBase(url) : url}>{name}</a>
              </li>
            ))}
            <li>
              <a href={ARCHIVE_PATH}>{words.archive}</a>
            </li>
            <li>
              <a href={SEARCH_PATH} data-shortcut="search" data-words={JSON.stringify(searchWords)}>
                <Icon name="search" />
                {words.search}
              </a>
            </li>
            {site.repositoryUrl && (
              <li>
                <a href={feedPath('atom')} type="application/atom+xml">
                  <Icon name="feed" />
                  {words.feed}
                </a>
              </li>
            )}
          </ul>
        </nav>
        <div className={styles.tools}>
          {page && <Account page={page} />}
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
