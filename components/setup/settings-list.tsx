/** The settings that somebody takes along from `/setup` to where the site runs. */
import { fill } from '../../lib/i18n';
import type { SetupWords } from '../../lib/i18n/setup/setup-words';
import type { Setting } from '../../lib/setup/environment';
import { CopyButton } from './copy-button';
import styles from './setup.module.css';

/** Settings to take along, each with a button that copies its line. */
export function SettingsList({ settings, words }: { settings: Setting[]; words: SetupWords }) {
  return (
    <ul className={styles.settings} data-hydrate="">
      {settings.map(({ name, value }) => (
        <li key={name}>
          <label htmlFor={`setting-${name}`}>{name}</label>
          <input
            id={`setting-${name}`}
            type="text"
            readOnly
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={value}
          />
          <CopyButton text={value} label={fill(words.copy, { name })} copied={words.copied} short />
        </li>
      ))}
    </ul>
  );
}
