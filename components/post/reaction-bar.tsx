/** The reactions given on GitHub, counted. */
import { formatNumber } from '../../lib/i18n';
import type { Reaction, ReactionContent } from '../../lib/posts/post';
import { useSite } from '../site-context';
import styles from './reaction-bar.module.css';

export const PICTURES: Record<ReactionContent, string> = {
  THUMBS_UP: '👍',
  THUMBS_DOWN: '👎',
  LAUGH: '😄',
  HOORAY: '🎉',
  CONFUSED: '😕',
  HEART: '❤️',
  ROCKET: '🚀',
  EYES: '👀',
};

export function ReactionBar({ reactions }: { reactions: Reaction[] }) {
  const { messages, locale } = useSite();
  const given = reactions.filter((reaction) => reaction.count > 0);
  if (given.length === 0) return null;
  return (
    <ul className={styles.reactions}>
      {given.map(({ content, count }) => (
        <li key={content} className={styles.reaction}>
          <span className={styles.picture} aria-hidden="true">
            {PICTURES[content]}
          </span>
          <span className="visually-hidden">{messages.reactions[content]}: </span>
          {formatNumber(count, locale)}
        </li>
      ))}
    </ul>
  );
}
