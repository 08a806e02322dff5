/** The last step from a rendered text to the HTML of a page. */

/** A tag, with attributes in double quotes, as our serialiser writes them; or a lone `>`. */
const TAG_OR_ANGLE = /<(?:"[^"]*"|[^">])*>|>/g;

/**
 * What GitHub's HTML has and the standard has not: the presentational attribute `align`, which
 * becomes `data-align` for the style sheet, and bare angles in text.
 * @param html as `renderMarkdown` serialises it
 */
export function standardHtml(html: string): string {
  return html.replace(TAG_OR_ANGLE, (part) =>
    part === '>' ? '&gt;' : part.replace(/ align="/g, ' data-align="'),
  );
}
