/** Found posts: title and the place where something was found, with what was found marked. */
import type { SearchResult } from '../../lib/pages/search-page';
import type { Passage } from '../../lib/search/highlight';
import { PostDate } from '../posts/post-date';
import styles from './search-results.module.css';

export function SearchResults({ results }: { results: SearchResult[] }) {
  return (
    <ol className={styles.results}>
      {results.map((result) => (
        <li key={result.path}>
          <h2 className={styles.title} dir="auto">
            <a href={result.path}>
              <Marked passages={result.title} />
            </a>
          </h2>
          <p className={styles.names}>
            <PostDate time={result.date} style="medium" /> · <Marked passages={result.names} />
          </p>
          <p className={styles.passage} dir="auto">
            <Marked passages={result.passage} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Marked({ passages }: { passages: Passage[] }) {
  let start = 0;
  return passages.map(({ text, found }) => {
    const key = start;
    start += text.length;
    return found ? <mark key={key}>{text}</mark> : text;
  });
}
