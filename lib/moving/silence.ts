/**
 * Texts from elsewhere name people and numbers that mean somebody and something else here: `@ann`
 * would send a message to a stranger, and `#12` would lead to another issue. An empty HTML comment
 * in between keeps both as they look.
 */

const QUIET = '<!-- -->';

/** @param text a stretch of Markdown that is neither code nor a link */
export function silence(text: string): string {
  return text
    .replace(/(^|[^\w@/.])@(?=[\w-])/g, `$1@${QUIET}`)
    .replace(/(^|[^\w&#/])#(?=\d)/g, `$1#${QUIET}`);
}

/** @returns the text as it was before `silence` */
export function unsilence(text: string): string {
  return text.replaceAll(`@${QUIET}`, '@').replaceAll(`#${QUIET}`, '#');
}
