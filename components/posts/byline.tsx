/** Who wrote it: each author as an h-card that leads to all their posts. */
import { authorPath } from '../../lib/paths';
import type { Person } from '../../lib/posts/post';
import { Avatar } from './avatar';
import styles from './byline.module.css';

export function Byline({ authors, avatars = false }: { authors: Person[]; avatars?: boolean }) {
  return (
    <span className={styles.byline}>
      {authors.map((author) => (
        <span key={author.login} className={`p-author h-card ${styles.author}`}>
          {avatars && <Avatar person={author} />}
          <a className="p-name u-url" href={authorPath(author.login)} rel="author">
            <bdi>{author.name}</bdi>
          </a>
        </span>
      ))}
    </span>
  );
}
