/** What the comforts bring out when they are wanted; hidden until then, and without a script. */
import { useSite } from '../site-context';
import styles from './reading-aids.module.css';

export function ReadingAids() {
  const words = useSite().messages.comforts;
  return (
    <div data-screen-only="">
      <div className={styles.progress} aria-hidden="true" />
      <button type="button" className={`button primary ${styles.continue}`} data-continue="" hidden>
        {words.continueReading}
      </button>
      <button type="button" className={`button primary ${styles.quote}`} data-quote="" hidden>
        {words.quote}
      </button>
    </div>
  );
}
