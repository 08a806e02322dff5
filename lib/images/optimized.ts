/** Addresses at which Next's optimizer serves a picture made smaller. */

import { withBase } from '../base-path';

/** Widths that it knows; next.config.js says the same to Next. */
export const AVATAR_WIDTHS = [64, 128, 256] as const;
export const PICTURE_WIDTHS = [640, 828, 1200, 1920] as const;

type Width = (typeof AVATAR_WIDTHS)[number] | (typeof PICTURE_WIDTHS)[number];

const PATH = withBase('/_next/image?');

/** @param address absolute, on a host that next.config.js allows */
export function optimizedAddress(address: string, width: Width): string {
  return `${PATH}url=${encodeURIComponent(address)}&w=${width}&q=75`;
}

/** The picture behind an optimized address; any other address stays as it is. */
export function originalAddress(address: string): string {
  if (!address.startsWith(PATH)) return address;
  return new URLSearchParams(address.slice(PATH.length)).get('url') ?? address;
}
