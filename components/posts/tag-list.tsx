/** A post's tags, each with a dot in its label's colour. */
import { tagPath } from '../../lib/paths';
import type { Tag } from '../../lib/posts/post';
import { useSite } from '../site-context';
import styles from './tag-list.module.css';

export function TagList({ tags, limit }: { tags: Tag[]; limit?: number }) {
  const { messages } = useSite();
  if (tags.length === 0) return null;
  const shown = limit === undefined ? tags : tags.slice(0, limit);
  const rest = tags.slice(shown.length);
  return (
    <ul className={styles.tags} aria-label={messages.post.tags}>
      {shown.map((tag) => (
        <li key={tag.slug}>
          <TagLink tag={tag} />
        </li>
      ))}
      {rest.length > 0 && (
        <li className={styles.rest}>
          +{rest.length}
          {rest.map((tag) => (
            <data key={tag.slug} className="p-category" value={tag.name} />
          ))}
        </li>
      )}
    </ul>
  );
}

export function TagLink({ tag }: { tag: Tag }) {
  return (
    <a
      className={styles.tag}
      href={tagPath(tag.slug)}
      rel="tag"
      title={tag.description ?? undefined}
    >
      <TagDot color={tag.color} />
      <span className="p-category">{tag.name}</span>
    </a>
  );
}

/** The colour is an attribute of a drawing: the policy allows no style of its own to an element. */
export function TagDot({ color }: { color: string }) {
  return (
    <svg className={styles.dot} viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
      <circle cx="5" cy="5" r="4.5" fill={/^[0-9a-f]{6}$/i.test(color) ? `#${color}` : 'none'} />
    </svg>
  );
}
