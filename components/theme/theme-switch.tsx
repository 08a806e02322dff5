/**
 * System, light or dark. The style sheet obeys the radio buttons by itself (`:has`), so that the
 * switch works without a script; `comforts/theme.ts` keeps the choice for the next page.
 */
import { Icon } from '../icons';
import { useSite } from '../site-context';
import styles from './theme-switch.module.css';

const THEMES = ['system', 'light', 'dark'] as const;

export function ThemeSwitch() {
  const words = useSite().messages.layout;
  const names = { system: words.themeSystem, light: words.themeLight, dark: words.themeDark };
  return (
    <fieldset className={styles.switch} data-theme-switch="">
      <legend className="visually-hidden">{words.theme}</legend>
      {THEMES.map((theme) => (
        <label key={theme} className={styles.choice} title={names[theme]}>
          <input
            type="radio"
            name="theme"
            value={theme}
            id={`theme-${theme}`}
            defaultChecked={theme === 'system'}
            className="visually-hidden"
          />
          <Icon name={theme} />
          <span className="visually-hidden">{names[theme]}</span>
        </label>
      ))}
    </fieldset>
  );
}
