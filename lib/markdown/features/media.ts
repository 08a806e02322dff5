/** A bare address alone in its paragraph: a video, a sound, or a facade for something embedded. */
import type { Element } from 'hast';
import { attribute, type Decorator, h, type Page, solidChildren, textOf } from '../page';
import { embedOf } from './embeds';
import { resolveAddress } from './links';

/** @returns what stands in for the paragraph, or nothing when it is ordinary prose */
export function mediaOf(paragraph: Element, page: Page): Element | undefined {
  const address = bareAddress(paragraph);
  if (!address) return undefined;
  if (isVideo(address, page)) return player('video', address);
  if (/^https:[^?#]*\.(?:mp3|m4a|oga|ogg|opus|wav|flac|aac)(?:[?#]|$)/i.test(address)) {
    return player('audio', address);
  }
  const embed = embedOf(address);
  if (!embed) return undefined;
  return h(
    'figure',
    { className: ['embed', `embed-${embed.provider}`] },
    h(
      'a',
      {
        className: ['embed-link'],
        href: address,
        ...(embed.frame ? { dataEmbed: embed.frame } : {}),
        ...(page.context.ugc ? { rel: ['ugc', 'nofollow'] } : {}),
      },
      h('span', { className: ['embed-provider'] }, embed.name),
      ' ',
      h('span', { className: ['embed-address'] }, address.replace(/^https?:\/\/(?:www\.)?/, '')),
    ),
  );
}

/** A stranger's `<video>`: it waits for the reader, whatever was asked for. */
export const decorateVideo: Decorator = (element, page) => {
  const source = element.children.find((one) => one.type === 'element' && one.tagName === 'source');
  const written =
    attribute(element, 'src') || (source?.type === 'element' ? attribute(source, 'src') : '');
  const address = written && resolveAddress(written, page.context, 'raw');
  if (!address || !/^https:/i.test(address)) return [];
  return player('video', address).children[0];
};

function player(kind: 'video' | 'audio', address: string): Element {
  return h(
    'figure',
    { className: [kind] },
    h(kind, { src: address, controls: true, preload: 'none' }, h('a', { href: address }, address)),
  );
}

function bareAddress(paragraph: Element): string | null {
  const [only, ...others] = solidChildren(paragraph);
  if (only?.type !== 'element' || only.tagName !== 'a' || others.length > 0) return null;
  const href = attribute(only, 'href');
  return href && textOf(only) === href ? href : null;
}

/** An attachment without a name is a video: GitHub writes images as images. */
function isVideo(address: string, page: Page): boolean {
  if (/^https:[^?#]*\.(?:mp4|m4v|mov|webm)(?:[?#]|$)/i.test(address)) return true;
  const rest = address.startsWith(page.context.serverUrl)
    ? address.slice(page.context.serverUrl.length)
    : '';
  return /^\/user-attachments\/assets\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(rest);
}
