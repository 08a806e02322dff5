/** Who wrote the post, after it. */
import { fill } from '../../lib/i18n';
import { authorPath } from '../../lib/paths';
import type { Person } from '../../lib/posts/post';
import { Icon } from '../icons';
import { Avatar } from '../posts/avatar';
import { useSite } from '../site-context';
import styles from './author-card.module.css';

export function AuthorCards({ authors }: { authors: Person[] }) {
  const { messages } = useSite();
  return (
    <section className={styles.cards} aria-label={messages.post.aboutAuthor}>
      {authors.map((author) => (
        <div key={author.login} className={styles.card}>
          <Avatar person={author} size="large" />
          <div>
            <p className={styles.kind}>{messages.post.aboutAuthor}</p>
            <p className={styles.name}>
              <bdi>{author.name}</bdi>
            </p>
            <p className={styles.links}>
              <a href={authorPath(author.login)}>
                {fill(messages.post.morePosts, { name: author.name })}
              </a>
              {author.url && (
                <a href={author.url}>
                  <Icon name="github" />
                  <span className="visually-hidden">
                    {fill(messages.post.profileOnGitHub, { name: author.name })}
                  </span>
                  <span aria-hidden="true">{author.login}</span>
                </a>
              )}
            </p>
          </div>
        </div>
      ))}
    </section>
  );
}
