/** Keeps the reader's choice of theme for the next page, and for other tabs. */
import { THEME_KEY } from '../../lib/security/theme-script';

const CHOICES = '[data-theme-switch] input';

export function keepTheme(): void {
  show(stored());
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches(CHOICES)) choose(target.value);
  });
  addEventListener('storage', ({ key }) => {
    if (key === THEME_KEY) show(stored());
  });
}

/** System, light, dark, and round again. */
export function nextTheme(): void {
  const choices = [...document.querySelectorAll<HTMLInputElement>(CHOICES)];
  const current = choices.findIndex((choice) => choice.checked);
  const next = choices[(current + 1) % choices.length];
  if (next) choose(next.value);
}

function choose(theme: string): void {
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // A browser without storage forgets the choice with the page.
  }
  show(theme);
}

function show(theme: string): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  for (const choice of document.querySelectorAll<HTMLInputElement>(CHOICES)) {
    choice.checked = choice.value === theme;
  }
}

function stored(): string {
  try {
    return localStorage.getItem(THEME_KEY) ?? 'system';
  } catch {
    return 'system';
  }
}
