/** Where a post stands in its series, with the other parts folded away. */
import { fill } from '../../lib/i18n';
import { seriesPath } from '../../lib/paths';
import type { SeriesWindow } from '../../lib/posts/list-posts';
import type { Series } from '../../lib/posts/post';
import { useSite } from '../site-context';
import styles from './series-box.module.css';

export interface SeriesBoxProps {
  series: Series;
  /** The parts around this post, in order of publication. */
  parts: SeriesWindow;
}

export function SeriesBox({ series, parts }: SeriesBoxProps) {
  const { posts, index, before, total } = parts;
  const words = useSite().messages;
  return (
    <div className={styles.box}>
      <p className={styles.line}>
        <span className={styles.kind}>{words.list.series}</span>{' '}
        <a href={seriesPath(series.number, series.slug)}>{series.title}</a>
        {index !== null && (
          <span className={styles.position}>
            {fill(words.post.seriesPosition, { position: before + index + 1, total })}
          </span>
        )}
      </p>
      {posts.length > 1 && (
        <details className={styles.parts}>
          <summary>{words.post.inThisSeries}</summary>
          <ol start={before + 1}>
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
