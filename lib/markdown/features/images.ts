/** Images: lazily loaded, big on a click, with the title as caption; GIFs can be stopped. */
import type { Element, Parents } from 'hast';
import { attribute, type Decorator, h, type Page, solidChildren, warn } from '../page';
import { resolveAddress } from './links';

export const decorateImage: Decorator = (element, page, parent) => {
  const address = resolveAddress(attribute(element, 'src'), page.context, 'raw');
  if (!attribute(element, 'src') || !address || !/^https?:/i.test(address)) return [];
  const alt = attribute(element, 'alt');
  if (!alt) {
    const name = address.slice(0, 80);
    warn(page, 'missing-alt', `The image ${name} has no alternative text.`, element);
  }
  const eager = page.context.eagerFirstImage === true && !page.hasImage;
  page.hasImage = true;
  Object.assign(element.properties, {
    src: address,
    alt,
    loading: eager ? 'eager' : 'lazy',
    decoding: 'async',
    referrerPolicy: 'no-referrer',
  });
  if (eager) element.properties.fetchPriority = 'high';
  keepSafeCandidates(element, page);
  if (/\.gif(?:[?#]|$)/i.test(address)) element.properties.dataAnimated = '';
  if (page.interactiveDepth > 0 || isPicture(parent)) return undefined;
  return zoomLink(address, element);
};

/** The image itself is the link's target, so that a click shows it large without JavaScript. */
function zoomLink(address: string, content: Element): Element {
  return h('a', { className: ['image-link'], href: address, dataZoom: '' }, content);
}

function isPicture(parent: Parents): boolean {
  return parent.type === 'element' && parent.tagName === 'picture';
}

/** `<source>` of a picture. */
export const decorateSource: Decorator = (element, page, parent) => {
  if (!isPicture(parent)) return [];
  delete element.properties.src;
  keepSafeCandidates(element, page);
  return element.properties.srcSet === undefined ? [] : undefined;
};

/** Every candidate of a `srcset` has to be an image on the web; one bad one and all go. */
function keepSafeCandidates(element: Element, page: Page): void {
  const value = element.properties.srcSet;
  if (value === undefined) return;
  const candidates = (Array.isArray(value) ? value.join(', ') : String(value)).split(/,\s+|,$/);
  const safe = candidates.map((candidate) => {
    const [address = '', descriptor = ''] = candidate.trim().split(/\s+/);
    const resolved = resolveAddress(address, page.context, 'raw');
    if (!resolved || !/^https?:\/\//i.test(resolved) || /[\s,]$/.test(resolved)) return null;
    return /^(?:\d+(?:\.\d+)?[wx])?$/.test(descriptor) ? `${resolved} ${descriptor}`.trim() : null;
  });
  if (safe.includes(null)) delete element.properties.srcSet;
  else element.properties.srcSet = safe.join(', ');
}

/** A picture's sources belong to one image, which the click enlarges. */
export const decoratePicture: Decorator = (element, page) => {
  const image = element.children.find(
    (child) => child.type === 'element' && child.tagName === 'img',
  );
  if (image?.type !== 'element') return [];
  if (page.interactiveDepth > 0) return undefined;
  return zoomLink(attribute(image, 'src'), element);
};

/** A titled image alone in its paragraph becomes a figure, the title its caption. */
export function figureOf(paragraph: Element): Element | undefined {
  const [only, ...others] = solidChildren(paragraph);
  if (only?.type !== 'element' || only.tagName !== 'a' || others.length > 0) return undefined;
  const [image] = only.children;
  if (image?.type !== 'element' || image.tagName !== 'img') return undefined;
  const caption = attribute(image, 'title');
  if (!caption) return undefined;
  delete image.properties.title;
  return h('figure', { className: ['image'] }, only, h('figcaption', {}, caption));
}
