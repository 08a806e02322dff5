/** Numbered pages; the nearest ones, the first and the last. */
import { fill, formatNumber } from '../../lib/i18n';
import { Icon } from '../icons';
import { useSite } from '../site-context';
import styles from './pagination.module.css';

export interface PaginationProps {
  page: number;
  pageCount: number;
  /** The address of a page. */
  pathOf: (page: number) => string;
}

export function Pagination({ page, pageCount, pathOf }: PaginationProps) {
  const { messages, locale } = useSite();
  if (pageCount < 2) return null;
  const words = messages.list;
  return (
    <nav className={styles.pagination} aria-label={words.pages}>
      {page > 1 && (
        <a className={styles.newer} href={pathOf(page - 1)} rel="prev">
          <Icon name="back" />
          {words.newer}
        </a>
      )}
      <ol className={styles.numbers}>
        {nearbyPages(page, pageCount).map((item, index, items) => (
          <li key={item} className={item - (items[index - 1] ?? 0) > 1 ? styles.gap : undefined}>
            <a
              href={pathOf(item)}
              aria-current={item === page ? 'page' : undefined}
              aria-label={fill(words.page, { page: item, pages: pageCount })}
            >
              {formatNumber(item, locale)}
            </a>
          </li>
        ))}
      </ol>
      {page < pageCount && (
        <a className={styles.older} href={pathOf(page + 1)} rel="next">
          {words.older}
          <Icon name="forward" />
        </a>
      )}
    </nav>
  );
}

/** The first, the last and two on either side. */
function nearbyPages(page: number, pageCount: number): number[] {
  const pages = [1, pageCount];
  for (let near = page - 2; near <= page + 2; near++) pages.push(near);
  return [...new Set(pages)]
    .filter((candidate) => candidate >= 1 && candidate <= pageCount)
    .sort((first, second) => first - second);
}
