/** A person's picture, over the first letter of the name for when there is none. */
import type { Person } from '../../lib/posts/post';
import styles from './avatar.module.css';

/** @param size in CSS pixels; the picture is asked for at twice that */
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
          src={sized(person.avatarUrl, pixels * 2)}
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

/** GitHub's avatar server scales by `s`. */
function sized(url: string, pixels: number): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  address.searchParams.set('s', String(pixels));
  return address.href;
}
