/**
 * The contents of a post. It stands twice in the page, and the style sheet shows one: folded above
 * the text on a narrow screen, beside it on a wide one, where `comforts/contents.ts` marks the
 * section being read.
 */
import type { TableOfContentsEntry } from '../../lib/posts/post';
import { useSite } from '../site-context';
import styles from './table-of-contents.module.css';

/** Fewer headings than this need no list. */
const WORTH_LISTING = 3;

/** Headings of the two highest levels in use; deeper ones would drown them. */
function entriesWorthListing(entries: TableOfContentsEntry[]): TableOfContentsEntry[] {
  const top = Math.min(...entries.map((entry) => entry.depth));
  const shown = entries.filter((entry) => entry.depth <= top + 1 && entry.text);
  return shown.length < WORTH_LISTING ? [] : shown;
}

export function FoldedContents({ entries }: { entries: TableOfContentsEntry[] }) {
  const { messages } = useSite();
  const shown = entriesWorthListing(entries);
  if (shown.length === 0) return null;
  return (
    <details className={styles.folded}>
      <summary>{messages.post.contents}</summary>
      <EntryList entries={shown} />
    </details>
  );
}

export function ContentsAside({ entries }: { entries: TableOfContentsEntry[] }) {
  const { messages } = useSite();
  const shown = entriesWorthListing(entries);
  if (shown.length === 0) return null;
  return (
    <nav className={styles.aside} aria-label={messages.post.contents} data-contents="">
      <p className={styles.heading} aria-hidden="true">
        {messages.post.contents}
      </p>
      <EntryList entries={shown} />
    </nav>
  );
}

function EntryList({ entries }: { entries: TableOfContentsEntry[] }) {
  const top = Math.min(...entries.map((entry) => entry.depth));
  return (
    <ol className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.id} className={entry.depth > top ? styles.inner : undefined}>
          <a href={`#${entry.id}`}>{entry.text}</a>
        </li>
      ))}
    </ol>
  );
}
