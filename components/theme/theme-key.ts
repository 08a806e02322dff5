/** Where the browser keeps the reader's theme: `light`, `dark`, or nothing for the system's. */
export const THEME_KEY = 'theme';
