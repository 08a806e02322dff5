/** Avatars of GitHub's come from the site itself, so that who reads here is nobody else's business. */
import { isOurImage } from './image-hosts.js';
import { optimizedAddress } from './optimized';

/** Pixels that are asked of GitHub: what the largest avatar is shown in, on a dense screen. */
const LARGEST = 128;

/**
 * A page's props with the avatars of all people in them pointed at the optimizer, in its smallest
 * width; a component that shows one larger asks for another.
 * @param server see `isOurImage`
 */
export function serveAvatars<Props>(props: Props, server: string): Props;
export function serveAvatars(props: unknown, server: string): unknown {
  if (Array.isArray(props)) return props.map((one: unknown) => serveAvatars(one, server));
  if (typeof props !== 'object' || props === null) return props;
  return Object.fromEntries(
    Object.entries(props).map(([name, value]) =>
      name === 'avatarUrl' && typeof value === 'string'
        ? [name, avatarAddress(value, server)]
        : [name, serveAvatars(value, server)],
    ),
  );
}

/** Any address that is not for the optimizer stays as it is. */
export function avatarAddress(address: string, server: string): string {
  if (!isOurImage(address, server)) return address;
  const url = new URL(address);
  // GitHub's avatar server scales by `s`.
  url.searchParams.set('s', String(LARGEST));
  return optimizedAddress(url.href, 64);
}
