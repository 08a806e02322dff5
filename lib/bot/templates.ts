/** What the bot says, from `templates/`: plain Markdown with `{{names}}` to fill in. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * @param template the file's name in `templates/`, without `.md`
 * @param values what stands for each `{{name}}`; line breaks in them become spaces
 * @throws Error naming the template when it cannot be read
 */
export async function fillTemplate(
  template: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const file = path.join(process.cwd(), 'templates', `${template}.md`);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`The bot's template templates/${template}.md cannot be read.`);
  });
  return fillText(text, values);
}

/** @param text Markdown with `{{names}}` */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  const filled = text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '').replace(/\s+/g, ' ') : whole,
  );
  return filled.trim();
}
