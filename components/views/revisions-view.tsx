/** How a post's text came to be what it is. What was written is shown as text, never as markup. */
import { fill, formatDate, formatPlural } from '../../lib/i18n';
import { revisionsPath } from '../../lib/paths';
import type { TextPart } from '../../lib/posts/compare-texts';
import type { PostSummary } from '../../lib/posts/post';
import type { Revision } from '../../lib/posts/revisions';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { languageAttributes } from '../posts/post-text';
import { useSite } from '../site-context';
import styles from './revisions-view.module.css';

export interface RevisionsViewProps {
  post: Pick<PostSummary, 'number' | 'title' | 'path' | 'language'> & { url: string };
  revisions: Revision[];
  olderCount: number;
}

export function RevisionsView({ post, revisions, olderCount }: RevisionsViewProps) {
  const { messages, locale } = useSite();
  const words = messages.revisions;
  return (
    <Layout source={{ number: post.number, url: post.url }}>
      <DocumentHead
        title={fill(words.of, { title: post.title })}
        path={revisionsPath(post.number)}
        hidden
      />
      <header className={styles.header}>
        <p className={styles.kind}>{words.title}</p>
        <h1 className={styles.title} {...languageAttributes(post.language)}>
          <a href={post.path}>{post.title}</a>
        </h1>
      </header>
      {revisions.length === 0 && <p className={styles.note}>{words.none}</p>}
      <ol className={styles.list} reversed start={revisions[0]?.position}>
        {revisions.map((revision) => (
          <li key={revision.position} id={`revision-${revision.position}`}>
            <RevisionItem revision={revision} />
          </li>
        ))}
      </ol>
      {olderCount > 0 && (
        <p>
          <a href={post.url}>{formatPlural(words.older, olderCount, locale)}</a>
        </p>
      )}
      <p className={styles.back}>
        <a className="button" href={post.path}>
          {words.back}
        </a>
      </p>
    </Layout>
  );
}

function RevisionItem({ revision }: { revision: Revision }) {
  const { messages, locale } = useSite();
  const words = messages.revisions;
  const { change, editedAt, editor } = revision;
  const said = fill(change.kind === 'first' ? words.first : words.edited, { name: editor.name });
  const [before, after] = said.split('{date}');
  return (
    <>
      <h2 className={styles.when}>
        {before}
        <time dateTime={editedAt} suppressHydrationWarning>
          {formatDate(editedAt, locale)}
        </time>
        {after}
      </h2>
      {change.kind === 'parts' && <Changes parts={change.parts} />}
      {change.kind === 'deleted' && <p className={styles.note}>{words.deleted}</p>}
      {change.kind === 'same' && <p className={styles.note}>{words.same}</p>}
      {change.kind === 'too-much' && <p className={styles.note}>{words.tooMuch}</p>}
    </>
  );
}

/** Parts have no names of their own and never move: their place tells them apart. */
function Changes({ parts }: { parts: readonly TextPart[] }) {
  const { messages } = useSite();
  const words = messages.revisions;
  const numbered = parts.map((part, place) => ({ part, key: String(place) }));
  return (
    <div className={styles.text} dir="auto">
      {numbered.map(({ part, key }) => {
        if (part.kind === 'skipped') {
          return (
            <span key={key} className={styles.skipped} role="img" aria-label={words.skipped}>
              ⋯
            </span>
          );
        }
        if (part.kind === 'added') {
          return (
            <ins key={key} className={styles.added}>
              <span className="visually-hidden">{words.added}: </span>
              {part.text}
            </ins>
          );
        }
        if (part.kind === 'removed') {
          return (
            <del key={key} className={styles.removed}>
              <span className="visually-hidden">{words.removed}: </span>
              {part.text}
            </del>
          );
        }
        return <span key={key}>{part.text}</span>;
      })}
    </div>
  );
}
