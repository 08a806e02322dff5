/** Where links lead: relative ones into the repository, fragments to ids of this text. */
import type { Element } from 'hast';
import { decodeAddress } from '../../decode-address';
import { attribute, type Decorator, type Page, warn } from '../page';
import type { MarkdownContext } from '../types';

/** Resolves, marks and records a link; an anchor that leads nowhere dissolves, as on GitHub. */
export const decorateLink: Decorator = (element, page) => {
  const href = attribute(element, 'href');
  if (!href) {
    const named = element.properties.id !== undefined || element.properties.name !== undefined;
    return named ? undefined : element.children;
  }
  if (href.startsWith('#')) {
    page.fragmentLinks.push(element);
    return undefined;
  }
  const address = resolveAddress(href, page.context, 'blob');
  if (!address) return element.children;
  page.links.add(address);
  const { id, name, ...rest } = element.properties;
  element.properties = {
    ...issueReference(address, page.context),
    ...rest,
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    href: address,
  };
  if (page.context.ugc) element.properties.rel = ['ugc', 'nofollow'];
  return undefined;
};

/**
 * An address as it can stand on any page, or null for one that cannot be understood.
 * @param view how the repository shows a file: `blob` for reading, `raw` for images
 */
export function resolveAddress(
  address: string,
  context: MarkdownContext,
  view: 'blob' | 'raw',
): string | null {
  const trimmed = address.trim();
  if (/^[a-z][a-z\d+.-]*:/i.test(trimmed)) return publicAttachment(trimmed, context);
  const { owner, name } = context.repository;
  const repository = `${context.serverUrl}/${owner}/${name}`;
  const base = trimmed.startsWith(`/${owner}/${name}/`)
    ? context.serverUrl
    : `${repository}/${view}/HEAD`;
  try {
    if (trimmed.startsWith('//')) return new URL(`https:${trimmed}`).href;
    return new URL(trimmed.startsWith('/') ? base + trimmed : `${base}/${trimmed}`).href;
  } catch {
    return null;
  }
}

/**
 * GitHub's rendered pages hold attachment addresses that expire in minutes; the lasting one is made
 * of the same UUID.
 */
function publicAttachment(address: string, context: MarkdownContext): string {
  const match =
    /^https:\/\/private-user-images\.githubusercontent\.com\/.*?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.\w+\?jwt=/i.exec(
      address,
    );
  return match ? `${context.serverUrl}/user-attachments/assets/${match[1]}` : address;
}

/** Marks a link to an issue of this repository, which may turn out to be a post: see `linkPosts`. */
function issueReference(address: string, context: MarkdownContext): Element['properties'] {
  const { owner, name } = context.repository;
  const start = `${context.serverUrl}/${owner}/${name}/`.toLowerCase();
  if (!address.toLowerCase().startsWith(start)) return {};
  const match = /^(?:issues|pull)\/(\d{1,10})(?:#issuecomment-(\d{1,16}))?\/?(?:[?#].*)?$/.exec(
    address.slice(start.length),
  );
  if (!match) return {};
  return { dataIssue: match[1], ...(match[2] ? { dataComment: match[2] } : {}) };
}

/** Points links within the text at the prefixed ids; call when every id is known. */
export function settleFragments(page: Page): void {
  for (const element of page.fragmentLinks) {
    const fragment = attribute(element, 'href').slice(1);
    const id = [fragment, decodeAddress(fragment), decodeAddress(fragment).toLowerCase()]
      .flatMap((name) => [name, page.context.idPrefix + name.replace(/^user-content-/, '')])
      .find((candidate) => page.ids.has(candidate));
    if (id !== undefined) {
      element.properties.href = `#${encodeURIComponent(id)}`;
    } else if (fragment) {
      element.properties.href = `#${page.context.idPrefix}${encodeURIComponent(decodeAddress(fragment))}`;
      warn(
        page,
        'broken-fragment',
        `Nothing here has the name in the link “#${fragment}”.`,
        element,
      );
    }
  }
}
