/**
 * Where a page wants to be told of links to it. Pure.
 * Source: Webmention (W3C), section 3.1.2, "Sender discovers receiver Webmention endpoint".
 */
import LinkHeader from 'http-link-header';
import type { WebPage } from './fetch-page';
import { elementsOf } from './html-elements';

/**
 * The header counts before the page, and in the page what stands first.
 * @returns an absolute http(s) address; null where the page does not ask to be told
 */
export function discoverEndpoint({ url, links, html }: WebPage): string | null {
  const inHeader = links && fromHeader(links);
  if (inHeader) return resolve(inHeader, url);
  const elements = elementsOf(html);
  const base = elements.find(({ tagName, properties }) => tagName === 'base' && properties.href);
  const named = elements.find(
    ({ tagName, properties }) =>
      (tagName === 'a' || tagName === 'link') &&
      isWebmention(properties.rel) &&
      typeof properties.href === 'string',
  );
  return named
    ? resolve(
        String(named.properties.href),
        resolve(String(base?.properties.href ?? ''), url) ?? url,
      )
    : null;
}

/** @param header whatever a stranger's server sent */
function fromHeader(header: string): string | null {
  try {
    const named = LinkHeader.parse(header).refs.find(({ rel }) => isWebmention(rel.split(/\s+/)));
    return named?.uri ?? null;
  } catch {
    return null;
  }
}

function isWebmention(rel: unknown): boolean {
  return Array.isArray(rel) && rel.some((word) => String(word).toLowerCase() === 'webmention');
}

/** An empty address is the page itself. */
function resolve(address: string, base: string): string | null {
  if (!URL.canParse(address, base)) return null;
  const { protocol, href } = new URL(address, base);
  return /^https?:$/.test(protocol) ? href : null;
}
