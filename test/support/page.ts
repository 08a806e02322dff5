/** A page of the site as a reader gets it, read through its microformats and tags. */
import { parseHTML } from 'linkedom';

export interface ReadPage {
  status: number;
  /** Where the page was found after redirects, as a path. */
  path: string;
  html: string;
  title: string;
  /** Text of the first `.p-name` or `h1` of the entry. */
  name: string;
  /** Text of the post itself. */
  content: string;
  /** Texts of the comments, in order. */
  comments: string[];
  /** Texts of the entries of a list. */
  entries: string[];
}

export async function readPage(url: string): Promise<ReadPage> {
  const response = await fetch(url);
  const html = await response.text();
  const { document } = parseHTML(html);
  const textOf = (selector: string) => document.querySelector(selector)?.textContent.trim() ?? '';
  const textsOf = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent.trim());
  return {
    status: response.status,
    path: decodeURI(new URL(response.url).pathname),
    html,
    title: textOf('title'),
    name: textOf('.h-entry .p-name, h1'),
    content: textOf('.h-entry .e-content'),
    comments: textsOf('.h-cite .e-content'),
    entries: textsOf('.h-feed .h-entry .p-name:not(.h-card .p-name)'),
  };
}
