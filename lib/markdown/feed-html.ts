/** The variant for feed readers and e-mail: plain, absolute, and nothing that has to be clicked. */

/** Tags as our own serialiser writes them: attributes always in double quotes. */
const TAG = /<(\/?)([a-z][a-z\d-]*)((?:\s+[a-z][\w:-]*(?:="[^"]*")?)*)\s*>/gi;
const ATTRIBUTE = /\s+([a-z][\w:-]*)(?:="([^"]*)")?/gi;

/** Dropped with everything inside. */
const DROPPED_CLASSES =
  /(?:^|\s)(?:heading-link|code-header|data-footnote-backref|sr-only)(?:\s|$)/;
const DROPPED_TAGS = new Set(['svg', 'input']);
const VOID_TAGS = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr']);

/** Kept attributes, by any tag; the rest mean something only on our pages. */
const KEPT = new Set(
  'href src srcset alt title width height align dir lang colspan rowspan start reversed media datetime cite open display xmlns encoding'.split(
    ' ',
  ),
);

/**
 * @param html made by `renderMarkdown`, possibly through `linkPosts`
 * @param siteUrl absolute, without a trailing slash
 */
export function feedHtml(html: string, siteUrl: string): string {
  let result = '';
  let position = 0;
  /** Depth inside a dropped element; 0 outside. */
  let dropping = 0;
  const unwrapped: boolean[] = [];
  for (const match of html.matchAll(TAG)) {
    const [tag, slash, name = '', written = ''] = match;
    if (dropping === 0) result += html.slice(position, match.index);
    position = match.index + tag.length;
    const isVoid = VOID_TAGS.has(name);
    if (dropping > 0) {
      if (!isVoid) dropping += slash ? -1 : 1;
      continue;
    }
    if (slash) {
      if (!unwrapped.pop()) result += tag;
      continue;
    }
    const attributes = readAttributes(written);
    if (DROPPED_TAGS.has(name) || DROPPED_CLASSES.test(attributes.get('class') ?? '')) {
      if (name === 'input') result += attributes.has('checked') ? '☑ ' : '☐ ';
      if (!isVoid) dropping = 1;
      continue;
    }
    const unwrap = isUnwrapped(name, attributes);
    if (!unwrap) result += openTag(name, attributes, siteUrl);
    if (!isVoid) unwrapped.push(unwrap);
  }
  return dropping > 0 ? result : result + html.slice(position);
}

function readAttributes(written: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) attributes.set(name, value);
  return attributes;
}

/** Links within the page lead nowhere in a feed; players stay as the link inside them. */
function isUnwrapped(name: string, attributes: Map<string, string>): boolean {
  if (name === 'video' || name === 'audio') return true;
  return name === 'a' && !/^(?!#)./.test(attributes.get('href') ?? '');
}

function openTag(name: string, attributes: Map<string, string>, siteUrl: string): string {
  let tag = `<${name}`;
  for (const [attribute, value] of attributes) {
    if (!KEPT.has(attribute)) continue;
    const absolute = /^(?:href|src)$/.test(attribute) && /^\/(?!\/)/.test(value);
    tag +=
      value === '' && attribute !== 'alt'
        ? ` ${attribute}`
        : ` ${attribute}="${absolute ? siteUrl + value : value}"`;
  }
  return `${tag}>`;
}
