/**
 * How large GitHub's pictures are, so that pages keep room for them. Only the beginning of a file is
 * fetched, once; a page waits a moment for it and no longer, and gets by without.
 */
import { imageSize } from 'image-size';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';

export interface ImageFacts {
  /** CSS pixels, upright. */
  width: number;
  height: number;
  /** Such as `png`. */
  type: string;
}

export interface ImageFactsFinder {
  /**
   * @param addresses of pictures on hosts that are trusted
   * @returns what is known about them within the time that a page waits
   */
  look(addresses: readonly string[]): Promise<Map<string, ImageFacts>>;
}

export interface ImageFactsOptions {
  fetch?: typeof fetch;
  /** How long a page waits; milliseconds. */
  patience?: number;
}

/** Bytes; a photograph's preview may stand before its size. */
const BEGINNING = 128 * 1024;
const TIMEOUT = 4_000;
const AT_ONCE = 6;
/** Pictures of one text that are looked at. */
const MOST = 40;
/** Milliseconds after which a picture that was not to be had is tried again. */
const FORGET_FAILURE = 5 * 60_000;

export function createImageFacts(options: ImageFactsOptions = {}): ImageFactsFinder {
  const { fetch: ask = fetch, patience = 1_500 } = options;
  const limit = pLimit(AT_ONCE);
  const known = new LRUCache<string, ImageFacts | 'none'>({ max: 10_000 });
  const underWay = new Map<string, Promise<void>>();

  function probe(address: string): Promise<void> {
    const probing =
      underWay.get(address) ??
      limit(() => readFacts(ask, address))
        .then((facts) => {
          if (facts) known.set(address, facts);
          else known.set(address, 'none', { ttl: FORGET_FAILURE });
        })
        .finally(() => underWay.delete(address));
    underWay.set(address, probing);
    return probing;
  }

  return {
    async look(addresses) {
      const wanted = [...new Set(addresses)].slice(0, MOST);
      const missing = wanted.filter((address) => !known.has(address));
      if (missing.length > 0) await atMost(patience, Promise.all(missing.map(probe)));
      const found = new Map<string, ImageFacts>();
      for (const address of wanted) {
        const facts = known.get(address);
        if (facts && facts !== 'none') found.set(address, facts);
      }
      return found;
    },
  };
}

async function atMost(patience: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([work, end]);
  clearTimeout(timer);
}

/** @returns null for whatever reason there is nothing to be known; it never rejects */
async function readFacts(ask: typeof fetch, address: string): Promise<ImageFacts | null> {
  try {
    const response = await ask(address, {
      headers: { range: `bytes=0-${BEGINNING - 1}`, accept: 'image/*' },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    const { width, height, type, orientation = 1 } = imageSize(await readBeginning(response));
    if (!type || !(width > 0 && height > 0)) return null;
    // Cameras may note that a picture lies on its side.
    return orientation >= 5 ? { width: height, height: width, type } : { width, height, type };
  } catch {
    return null;
  }
}

async function readBeginning(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= BEGINNING) break;
  }
  return Buffer.concat(chunks);
}
