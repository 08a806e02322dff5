/** HTML as a template: whatever is put in is escaped, unless it is markup already. */

export class Markup {
  constructor(readonly text: string) {}
}

type Insertion = Markup | string | number | null | undefined | false | readonly Insertion[];

/** Tag of a template literal; strings are escaped, lists are joined, nothing is left for null and false. */
export function html(strings: TemplateStringsArray, ...insertions: Insertion[]): Markup {
  let text = strings[0] ?? '';
  for (const [index, insertion] of insertions.entries()) {
    text += render(insertion) + (strings[index + 1] ?? '');
  }
  return new Markup(text);
}

function render(insertion: Insertion): string {
  if (insertion === null || insertion === undefined || insertion === false) return '';
  if (insertion instanceof Markup) return insertion.text;
  if (typeof insertion === 'object') return insertion.map(render).join('');
  return escapeHtml(String(insertion));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
