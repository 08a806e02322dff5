/** The years in which something was published, each with its number of posts. */
import { formatPlural, formatYear } from '../../lib/i18n';
import { archivePath } from '../../lib/paths';
import { useSite } from '../site-context';
import styles from './year-list.module.css';

export interface YearListProps {
  years: { year: string; count: number }[];
  /** The one that is shown. */
  current: string | null;
}

export function YearList({ years, current }: YearListProps) {
  const { messages, locale } = useSite();
  if (years.length === 0) return null;
  return (
    <nav aria-label={messages.list.years}>
      <ul className={styles.years}>
        {years.map(({ year, count }) => (
          <li key={year}>
            <a href={archivePath(year)} aria-current={year === current ? 'page' : undefined}>
              {formatYear(`${year}-06-01`, locale)}
            </a>{' '}
            <span className={styles.count}>{formatPlural(messages.list.posts, count, locale)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
