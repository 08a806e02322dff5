/**
 * Pictures of GitHub's in a rendered text: room is kept for them before they arrive, and the optimizer
 * serves them in the size they are shown in. Everybody else's stay as they are.
 */
import { escapeAttribute } from '../escape-html';
import type { ImageFacts } from './image-facts';
import { optimizedAddress, originalAddress, PICTURE_WIDTHS } from './optimized';

const IMAGE = /<img((?: [\w-]+(?:="[^"]*")?)*)>/g;
const ATTRIBUTE = / ([\w-]+)(?:="([^"]*)")?/g;

/** What the optimizer makes smaller; the rest it would only pass on, or refuse. */
const SCALABLE = new Set(['png', 'jpg', 'webp', 'avif']);

/** How wide a picture is shown at most: the article's column, and the gaps beside it on a phone. */
const COLUMN = 720;
const SIZES = `(max-width: ${COLUMN + 40}px) calc(100vw - 40px), ${COLUMN}px`;

/** @returns the addresses of all pictures in a text, as `findFacts` will be asked for them */
export function pictureAddresses(html: string): string[] {
  return [...html.matchAll(IMAGE)].flatMap(([, written = '']) => {
    const source = readAttributes(written).get('src');
    return source ? [decode(source)] : [];
  });
}

/**
 * @param html as `renderMarkdown` serialises it, attributes in double quotes
 * @param findFacts null for pictures of others, and where nothing is known
 */
export function placeImages(
  html: string,
  findFacts: (address: string) => ImageFacts | null,
): string {
  return html.replace(IMAGE, (tag, written: string) => {
    const attributes = readAttributes(written);
    const address = decode(attributes.get('src') ?? '');
    const facts = findFacts(address);
    if (!facts) return tag;
    keepRoom(attributes, facts);
    if (SCALABLE.has(facts.type) && !attributes.has('srcset')) {
      scale(attributes, address, facts.width);
    }
    return writeTag(attributes);
  });
}

/** The text as it is outside of the site: every picture where it was written, in its one size. */
export function originalImages(html: string): string {
  return html.replace(IMAGE, (tag, written: string) => {
    const attributes = readAttributes(written);
    const source = decode(attributes.get('src') ?? '');
    const original = originalAddress(source);
    if (original === source) return tag;
    attributes.set('src', escapeAttribute(original));
    attributes.delete('srcset');
    attributes.delete('sizes');
    return writeTag(attributes);
  });
}

/** Height and width give the proportion, whatever the style sheet makes of the size. */
function keepRoom(attributes: Map<string, string>, { width, height }: ImageFacts): void {
  const given = { width: attributes.get('width'), height: attributes.get('height') };
  if (given.width === undefined && given.height === undefined) {
    attributes.set('width', String(width)).set('height', String(height));
    return;
  }
  const [wide, high] = [pixels(given.width), pixels(given.height)];
  if (wide && given.height === undefined) {
    attributes.set('height', String(Math.max(1, Math.round((wide * height) / width))));
  }
  if (high && given.width === undefined) {
    attributes.set('width', String(Math.max(1, Math.round((high * width) / height))));
  }
}

function scale(attributes: Map<string, string>, address: string, natural: number): void {
  const smaller = PICTURE_WIDTHS.filter((width) => width < natural);
  // The optimizer enlarges nothing: asked for more than there is, it gives what there is.
  const whole = PICTURE_WIDTHS.find((width) => width >= natural);
  const candidates = smaller.map((width) => `${optimizedAddress(address, width)} ${width}w`);
  if (whole) candidates.push(`${optimizedAddress(address, whole)} ${natural}w`);
  const shown = pixels(attributes.get('width')) ?? natural;
  const usual = PICTURE_WIDTHS.find((width) => width >= Math.min(natural, 2 * COLUMN)) ?? 1920;
  attributes.set('src', escapeAttribute(optimizedAddress(address, usual)));
  if (candidates.length < 2) return;
  attributes.set('srcset', escapeAttribute(candidates.join(', ')));
  attributes.set('sizes', shown < COLUMN ? `${shown}px` : SIZES);
}

function pixels(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,5}$/.test(value) && value !== '0' ? Number(value) : null;
}

function readAttributes(written: string): Map<string, string> {
  return new Map(
    [...written.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]),
  );
}

function writeTag(attributes: Map<string, string>): string {
  const written = [...attributes].map(([name, value]) =>
    value === '' && name !== 'alt' ? ` ${name}` : ` ${name}="${value}"`,
  );
  return `<img${written.join('')}>`;
}

/** Our serialiser writes these as hexadecimal references. */
function decode(value: string): string {
  return value
    .replace(/&#x([\da-f]{1,5});/gi, (_, code: string) => String.fromCodePoint(Number(`0x${code}`)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
