/** Markdown as the text that a search looks through: words and code, no addresses and no markup. */
export function searchableText(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, ' ')
    .replace(/\]\([^()\s]{0,1000}(?:\s+"[^"\n]{0,300}")?\)/g, '] ')
    .replace(/\bhttps?:\/\/[^\s<>)]+/g, ' ')
    .replace(/^ {0,3}(?:[-*_=] ?){3,}$/gm, ' ')
    .replace(/^[ \t|:-]+$/gm, ' ')
    .replace(/^\s{0,3}(?:#{1,6} |>+ ?|[-+*] |\d{1,9}[.)] |(?:`{3,}|~{3,})[^\n]*$)/gm, ' ')
    .replace(/[*_~`|[\]]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:;!?])(?= )/g, '$1')
    .trim();
}
