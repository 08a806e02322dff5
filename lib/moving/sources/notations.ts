/**
 * What other site generators understand beyond Markdown, as GitHub would have it. What stands in code
 * is left alone. What cannot be carried over stays as it was written: nothing is lost.
 */

type Rule = readonly [pattern: RegExp, replace: (match: RegExpExecArray) => string];

/** @param text Markdown of Jekyll, Hugo, Docusaurus or a Next.js starter */
export function toGitHubMarkdown(text: string): string {
  const fenced = [LIQUID_CODE, HUGO_CODE].reduce(
    (result, pattern) =>
      result.replace(pattern, (_all, language: string, code: string) => fence(language, code)),
    text,
  );
  const plain = outsideCode(fenced, (part) =>
    RULES.reduce((result, [pattern, replace]) => replaceAll(result, pattern, replace), part),
  );
  return convertAlerts(plain).trim();
}

const LIQUID_CODE = /\{%-?\s*highlight\s+(\S+)[^%]*%\}\n?([\s\S]*?)\{%-?\s*endhighlight\s*-?%\}/g;
const HUGO_CODE =
  /\{\{[<%]\s*highlight\s+"?([\w+#-]+)"?[^}]*[>%]\}\}\n?([\s\S]*?)\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g;

function fence(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${code.replace(/\n+$/, '')}\n${ticks}`;
}

/** Docusaurus' names, and Hugo themes', for what GitHub has five kinds of. */
const ALERTS: Readonly<Record<string, string>> = {
  note: 'NOTE',
  info: 'NOTE',
  tip: 'TIP',
  success: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  caution: 'CAUTION',
  danger: 'CAUTION',
};

const RULES: readonly Rule[] = [
  // MDX: what is imported and exported is code of another site.
  [
    /^(?:import\s[^\n]*from\s*['"][^\n]+|import\s*['"][^\n]+|export\s(?:const|default|function)\s[^\n]*)\n/gm,
    () => '',
  ],
  [/\{\/\*\s*([\s\S]*?)\s*\*\/\}/g, (match) => `<!-- ${match[1] ?? ''} -->`],
  // Where the excerpt ends; here it is the first paragraph.
  [/^[ \t]*(?:<!--\s*(?:more|truncate)\s*-->|\{\/\*\s*truncate\s*\*\/\})[ \t]*\n?/gim, () => ''],
  [/\{%-?\s*(?:end)?raw\s*-?%\}/g, () => ''],
  [/\{%-?\s*post_url\s+(\S+)\s*-?%\}/g, (match) => `${match[1] ?? ''}.md`],
  [/\{%-?\s*link\s+(\S+)\s*-?%\}/g, (match) => `/${match[1] ?? ''}`],
  [/\{\{-?\s*(?:site\.(?:baseurl|url)|page\.baseurl)\s*-?\}\}/g, () => ''],
  [
    /\{\{-?\s*["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url)\s*-?\}\}/g,
    (match) => match[1] ?? '',
  ],
  [/\{\{[<%]\s*(?:rel)?ref\s+"([^"]+)"\s*[>%]\}\}/g, (match) => match[1] ?? ''],
  [/\{\{<\s*figure\s([^>]*?)\/?\s*>\}\}/g, (match) => figure(match[1] ?? '')],
  [
    /\{\{<\s*youtube\s+(?:id=)?"?([\w-]+)"?[^>]*>\}\}/g,
    (match) => `https://www.youtube.com/watch?v=${match[1] ?? ''}`,
  ],
  [
    /\{\{<\s*(?:gist)\s+(\S+)\s+(\S+)[^>]*>\}\}/g,
    (match) => `https://gist.github.com/${match[1] ?? ''}/${match[2] ?? ''}`,
  ],
  // Kramdown's attributes.
  [/^\{:[^}\n]*\}[ \t]*\n?/gm, () => ''],
];

function figure(attributes: string): string {
  const read = (name: string) =>
    new RegExp(`\\b${name}="([^"]*)"|\\b${name}=(\\S+)`).exec(attributes)?.slice(1).find(Boolean) ??
    '';
  const caption = read('caption') || read('title');
  const image = `![${read('alt') || caption}](${read('src').replace(/ /g, '%20')})`;
  return caption ? `${image}\n\n*${caption}*` : image;
}

function replaceAll(text: string, pattern: RegExp, replace: Rule[1]): string {
  let result = '';
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    result += text.slice(end, match.index) + replace(match);
    end = match.index + match[0].length;
  }
  return result + text.slice(end);
}

const CODE =
  /(?:^|\n)[ \t]*(`{3,}|~{3,})[^\n]*\n(?:[\s\S]*?\n)??[ \t]*\1[`~]*[ \t]*(?=\n|$)|(?<!`)(`+)(?!`)(?:[^`]|(?!\2(?!`))`+)*?(?<!`)\2(?!`)/g;

/** Changes everything that stands in neither a fence nor a span of code. */
function outsideCode(text: string, change: (part: string) => string): string {
  let result = '';
  let end = 0;
  for (const match of text.matchAll(CODE)) {
    result += change(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + change(text.slice(end));
}

/** `:::tip Title` … `:::`, with whatever Markdown between them, as an alert. */
function convertAlerts(text: string): string {
  const lines: string[] = [];
  let alert: { head: string[]; lines: string[] } | null = null;
  let fenced: string | null = null;
  for (const line of text.split('\n')) {
    const ticks = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (ticks) fenced = fenced === null ? ticks : line.trim().startsWith(fenced) ? null : fenced;
    const opening = fenced ? null : /^:{3,}[ \t]*(\w+)[ \t]*(.*)$/.exec(line);
    const kind = ALERTS[opening?.[1]?.toLowerCase() ?? ''];
    if (!alert && opening && kind) {
      const title = (opening[2] ?? '').trim().replace(/^\[(.*)\]$/, '$1');
      alert = { head: [`[!${kind}]`, ...(title ? [`**${title}**`, ''] : [])], lines: [] };
    } else if (alert && !fenced && /^:{3,}[ \t]*$/.test(line)) {
      lines.push(...quote([...alert.head, ...trimLines(alert.lines)]));
      alert = null;
    } else (alert?.lines ?? lines).push(line);
  }
  // One that never ends is left as it is.
  if (alert) return text;
  return lines.join('\n');
}

function quote(lines: readonly string[]): string[] {
  return lines.map((line) => `> ${line}`.trimEnd());
}

function trimLines(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '')
    .split('\n');
}
