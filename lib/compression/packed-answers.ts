/**
 * Compressed copies of what is served again and again. A page is compressed quickly for whoever asks
 * first; meanwhile the smallest copy is made, which takes a hundred times as long, and is sent from
 * then on. So readers get the least bytes, and the processor works once for each version of a page.
 */
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';

export type Encoding = 'br' | 'gzip';

export interface PackedAnswers {
  /**
   * @param name says which bytes these are: another answer has another name
   * @returns the bytes compressed, as well as is known by now
   */
  pack(name: string, body: Buffer, encoding: Encoding): Buffer;
  /** Resolves when all copies that are being made are there. */
  settled(): Promise<void>;
}

/** Bytes of compressed answers that are kept. */
const KEPT = 32 * 1024 * 1024;
/** Copies that wait for being made; in a rush the others stay as they are until they are asked for again. */
const MOST_WAITING = 50;

/** One for a process; it holds at most 32 MB of copies. */
export function createPackedAnswers(): PackedAnswers {
  const kept = new LRUCache<string, Buffer>({
    maxSize: KEPT,
    sizeCalculation: (packed) => packed.length + 200,
  });
  const inTurn = pLimit(1);
  const underWay = new Map<string, Promise<void>>();

  async function makeSmallest(key: string, body: Buffer, encoding: Encoding): Promise<void> {
    try {
      kept.set(key, await packSmall[encoding](body));
    } finally {
      underWay.delete(key);
    }
  }

  return {
    pack(name, body, encoding) {
      const key = `${encoding} ${name}`;
      const known = kept.get(key);
      if (known) return known;
      if (!underWay.has(key) && underWay.size < MOST_WAITING) {
        const making = inTurn(() => makeSmallest(key, body, encoding));
        underWay.set(key, making);
        // Without it the quick copy serves.
        making.catch(() => {});
      }
      return packQuickly[encoding](body);
    },
    async settled() {
      await Promise.allSettled(underWay.values());
    },
  };
}

const brotliOptions = (quality: number, body: Buffer) => ({
  params: {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  },
});

const packQuickly = {
  br: (body: Buffer) => brotliCompressSync(body, brotliOptions(5, body)),
  gzip: (body: Buffer) => gzipSync(body),
} satisfies Record<Encoding, (body: Buffer) => Buffer>;

const packSmall = {
  br: (body: Buffer) => promisify(brotliCompress)(body, brotliOptions(11, body)),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
} satisfies Record<Encoding, (body: Buffer) => Promise<Buffer>>;

/**
 * Under which name an answer's copies are kept. The query is not in it: what it changes has another
 * ETag, and who makes up queries must not make copies without end.
 * @param etag of the answer @param url as asked for
 */
export function nameOf(etag: string, url: string): string {
  return `${etag} ${url.split('?', 1)[0]}`;
}
