/**
 * React writes HTML that is correct and looks like XML: `<br/>`, `hidden=""`, `dateTime`. Pages are
 * written as one would by hand, which is what validators and byte counters like; a browser makes the
 * same document of both.
 */

/** A script as a whole, or any other opening tag with its quoted values. */
const TAG =
  /(<script\b(?:"[^"]*"|[^">])*>)([\s\S]*?<\/script>)|<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

const VOID = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b/;
const VALUE = /(\s)([a-z][\w:-]*)(="[^"]*"|='[^']*')?(?=[\s/>])/gi;

/** @param html as React's server renderer writes it; scripts' texts stay as they are, to the letter */
export function tidyHtml(html: string): string {
  return html.replace(TAG, (tag: string, script?: string, text = '') =>
    script ? tidyTag(script) + text : tidyTag(tag),
  );
}

function tidyTag(tag: string): string {
  // SVG has names like `viewBox`.
  const isForeign = tag.startsWith('<svg');
  const tidy = tag.replace(VALUE, (_, space: string, name: string, value = '') => {
    const written = isForeign ? name : name.toLowerCase();
    return `${space}${written}${value.length === 3 ? '' : value}`;
  });
  return VOID.test(tidy) ? tidy.replace(/\s*\/>$/, '>') : tidy;
}
