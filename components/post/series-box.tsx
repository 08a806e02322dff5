/** Where a post stands in its series, with the other parts folded away. */
import { fill } from '../../lib/i18n';
import { seriesPath } from '../../lib/paths';
import type { PostLink, Series } from '../../lib/posts/post';
import { useSite } from '../site-context';
import styles from './series-box.module.css';

export interface SeriesBoxProps {
  series: Series;
  /** All parts in order of publication. */
  posts: PostLink[];
  /** Which of them this post is, from 0; null when unknown. */
  index: number | null;
}

export function SeriesBox({ series, posts, index }: SeriesBoxProps) {
  const words = useSite().messages;
  return (
    <div className={styles.box}>
      <p className={styles.line}>
        <span className={styles.kind}>{words.list.series}</span>{' '}
        <a href={seriesPath(series.number, series.slug)}>{series.title}</a>
        {index !== null && posts.length > 0 && (
          <span className={styles.position}>
            {fill(words.post.seriesPosition, { position: index + 1, total: posts.length })}
          </span>
        )}
      </p>
      {posts.length > 1 && (
        <details className={styles.parts}>
          <summary>{words.post.inThisSeries}</summary>
          <ol>
            {posts.map((post, position) => (
              <li key={post.path} aria-current={position === index ? 'true' : undefined}>
                {position === index ? post.title : <a href={post.path}>{post.title}</a>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
