/** What `/setup` of a configured blog shows whoever may not look behind it. */
import { fill } from '../../lib/i18n';
import type { SetupWords } from '../../lib/i18n/setup/setup-words';
import { homePath, SETUP_PATH, signInPath } from '../../lib/paths';
import type { Visitor } from '../../lib/setup/door';
import { useSite } from '../site-context';
import styles from './setup.module.css';

export interface DoorProps {
  words: SetupWords;
  visitor: Exclude<Visitor, { kind: 'steward' }>;
}

/** What everybody sees of a configured blog: that it is. */
export function Door({ words, visitor }: DoorProps) {
  const { messages } = useSite();
  return (
    <>
      <h1 className={styles.title}>{words.closedTitle}</h1>
      <p className={styles.lead}>{explain(words, visitor)}</p>
      <p className={styles.actions}>
        {visitor.kind !== 'closed' && (
          <a className="button primary" href={signInPath(SETUP_PATH)}>
            {words.signIn}
          </a>
        )}
        <a className="button" href={homePath()}>
          {messages.error.backHome}
        </a>
      </p>
    </>
  );
}

function explain(words: SetupWords, visitor: DoorProps['visitor']): string {
  if (visitor.kind === 'closed') return words.closedNoSignIn;
  if (visitor.kind === 'nobody') return words.closedText;
  return fill(words.closedStranger, { name: visitor.name });
}
