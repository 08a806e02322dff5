/** A person's picture, over the first letter of the name for when there is none. */
import type { Person } from '../../lib/posts/post';
import styles from './avatar.module.css';

/** @param size the optimizer is asked for twice as many pixels as are shown: see `serveAvatars` */
export function Avatar({ person, size = 'small' }: { person: Person; size?: 'small' | 'large' }) {
  const pixels = size === 'small' ? 32 : 64;
  const initial = Array.from(person.name.trim() || person.login)[0] ?? '';
  return (
    <span
      className={size === 'large' ? `${styles.avatar} ${styles.large}` : styles.avatar}
      aria-hidden="true"
    >
      {initial.toUpperCase()}
      {person.avatarUrl && (
        <img
          className="u-photo"
          src={size === 'small' ? person.avatarUrl : person.avatarUrl.replace('&w=64&', '&w=128&')}
          width={pixels}
          height={pixels}
          alt=""
          data-initial={initial.toUpperCase()}
          loading="lazy"
          decoding="async"
        />
      )}
    </span>
  );
}
