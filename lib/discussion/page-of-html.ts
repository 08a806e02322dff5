/** The newest version of a page from its HTML, where the build that its data belonged to is gone. */
import { readPageData } from '../hydration/read-page-data';
import { valueAt } from '../unknown-fields';
import { type PageData, readPageAnswer } from './page-data';

/**
 * @param path of the page, percent-encoded
 * @throws Error when the site cannot answer now
 */
export async function fetchPage<Props>(path: string): Promise<PageData<Props>> {
  const response = await fetch(path, { headers: { accept: 'text/html' } });
  if (response.status === 404 || response.status === 410) return { kind: 'gone' };
  if (!response.ok) throw new Error(`The page answered ${response.status}.`);
  if (response.redirected) return { kind: 'moved', path: new URL(response.url).pathname };
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return readPageAnswer<Props>(valueAt(readPageData(page), 'props'));
}
