/** The list of keys that `?` shows; `comforts/keyboard.ts` opens it and obeys them. */
import { useSite } from '../site-context';
import styles from './shortcuts.module.css';

export function Shortcuts() {
  const words = useSite().messages.comforts;
  const keys = [
    ['/', words.shortcutSearch],
    ['h', words.shortcutHome],
    ['n', words.shortcutNext],
    ['p', words.shortcutPrevious],
    ['d', words.shortcutComments],
    ['t', words.shortcutTheme],
    ['?', words.shortcutHelp],
  ];
  return (
    <dialog id="shortcuts" className={styles.dialog} aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title" className={styles.title}>
        {words.shortcuts}
      </h2>
      <dl className={styles.keys}>
        {keys.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}
