/** Somebody's picture for a card. A card without one is a good card, so nothing here can fail it. */
import { LRUCache } from 'lru-cache';

const LARGEST = 500_000;
const PATIENCE = 2_000;
const TYPES = /^image\/(?:png|jpeg|gif|svg\+xml)\b/;

const pictures = new LRUCache<string, Promise<string | null>>({ max: 200, ttl: 3_600_000 });

/** @returns a `data:` address; null where the picture cannot be had */
export function fetchPicture(url: string): Promise<string | null> {
  const known = pictures.get(url);
  if (known) return known;
  const fetching = load(url).catch(() => null);
  pictures.set(url, fetching);
  return fetching;
}

async function load(url: string): Promise<string | null> {
  if (!/^https?:\/\//.test(url)) return null;
  const address = new URL(url);
  address.searchParams.set('s', '128');
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !TYPES.test(type)) return null;
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length > LARGEST) return null;
  return `data:${type.split(';')[0]};base64,${bytes.toString('base64')}`;
}
