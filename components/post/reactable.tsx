/** Reactions to a post or a comment: to be read, and to be given by whoever is signed in. */
import { signInPath } from '../../lib/paths';
import type { Reaction } from '../../lib/posts/post';
import { useDesk } from '../discussion/desk';
import { Icon } from '../icons';
import { useSite } from '../site-context';
import { ReactionBar } from './reaction-bar';
import styles from './reaction-bar.module.css';

export interface ReactableProps {
  /** `post`, or a comment's id. */
  subject: string;
  reactions: Reaction[];
  /** The post's path, where readers are invited to react; once on a page is enough. */
  path?: string;
}

export function Reactable({ subject, reactions, path }: ReactableProps) {
  const desk = useDesk();
  const { site, messages } = useSite();
  if (desk) return <desk.Reactions subject={subject} served={reactions} />;
  return (
    <>
      <ReactionBar reactions={reactions} />
      {path && desk === null && site.canSignIn && (
        <a
          className={styles.invitation}
          href={signInPath(`${path}#reactions`)}
          rel="nofollow"
          data-sign-in=""
        >
          <Icon name="react" />
          {messages.discussion.signInToReact}
        </a>
      )}
    </>
  );
}
