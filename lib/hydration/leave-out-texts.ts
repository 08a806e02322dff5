/** On the server: takes the texts out of a page's data. `read-page-data.ts` puts them back. */
import { mapTexts } from './page-data';

/**
 * @param data a page's data
 * @param html the page
 * @returns a copy without the texts that stand in the page
 */
export function leaveOutTexts(
  data: Readonly<Record<string, unknown>>,
  html: string,
): Record<string, unknown> {
  const leaveOut = (name: string, text: string) =>
    html.includes(`data-html="${name}"`) ? '' : text;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, mapTexts(value, leaveOut)]),
  );
}
