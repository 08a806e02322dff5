/** A person's picture, over the first letter of the name for when there is none. */
import { avatarAddress } from '../../lib/images/optimized';
import type { Person } from '../../lib/posts/post';
import { useSite } from '../site-context';
import styles from './avatar.module.css';

/** @param size in CSS pixels; the picture is asked for at twice that */
export function Avatar({ person, size = 'small' }: { person: Person; size?: 'small' | 'large' }) {
  const { site } = useSite();
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
          src={avatarAddress(person.avatarUrl, size === 'small' ? 64 : 128, site.imageServer)}
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
