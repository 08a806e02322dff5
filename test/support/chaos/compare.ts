/** Compares servers address by address. */
import { loadSearchIndex, searchPosts } from '../../../lib/search/post-index';

/** @returns what each address answers: its status, where it leads, and the text */
export async function answersOf(
  origin: string,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const address of addresses) {
    const response = await fetch(`${origin}${address}`, { redirect: 'manual' });
    const location = response.headers.get('location') ?? '';
    answers.set(address, `${response.status} ${location}\n${await response.text()}`);
  }
  return answers;
}

/** The index that browsers search in may be laid out in another way; what it answers is compared. */
export async function foundInBrowsers(origin: string, query: string): Promise<unknown> {
  const index = loadSearchIndex(await (await fetch(`${origin}/search.json`)).text());
  return searchPosts(index, query, 40);
}

/** @returns the addresses that answer otherwise, with the beginning of the difference */
export function differences(
  some: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
): string[] {
  return [...some].flatMap(([address, answer]) => {
    const other = others.get(address) ?? '';
    if (answer === other) return [];
    const [one, another] = [answer, other].map((text) =>
      text.replaceAll(/data-revision="[^"]*"/g, ''),
    );
    const start = [...(one ?? '')].findIndex((letter, place) => letter !== another?.[place]);
    const around = (text: string) => text.slice(Math.max(0, start - 80), start + 80);
    return [
      `${address}:\n  ${head(answer)} …${around(one ?? '')}\n  ${head(other)} …${around(another ?? '')}`,
    ];
  });
}

function head(answer: string): string {
  return answer.slice(0, answer.indexOf('\n'));
}
