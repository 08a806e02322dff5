/**
 * The Markdown of every post. GitHub's lists bring it along anyway (excerpts are made from it), so
 * that feeds, search and `/post/12.md` cost no call of their own. It is kept in memory, and on disk
 * in a file that grows by one line a change, for the next process.
 */
import { appendFile, readFile } from 'node:fs/promises';
import { writeWhole } from '../write-whole.js';
import type { PostSummary } from './post';

export interface PostTexts {
  /**
   * Takes in what an earlier process kept.
   * @returns whether that was everything: the text of each of these posts, as new as the post
   */
  adopt(posts: readonly Pick<PostSummary, 'number' | 'updatedAt'>[]): Promise<boolean>;
  /** @param text Markdown without its metadata block */
  put(issue: Pick<PostSummary, 'number' | 'updatedAt'>, text: string): void;
  remove(number: number): void;
  /** Null where there is no such post. */
  get(number: number): string | null;
}

interface KeptText {
  number: number;
  updatedAt: string;
  text: string;
}

/** @param file null keeps nothing on disk */
export function createPostTexts(file: string | null): PostTexts {
  const texts = new Map<number, KeptText>();
  const writer = file ? createWriter(file) : null;
  return {
    async adopt(posts) {
      const kept = file ? await readKept(file) : [];
      for (const one of kept) if (!texts.has(one.number)) texts.set(one.number, one);
      const isWhole = posts.every(({ number, updatedAt }) => {
        const known = texts.get(number);
        return known !== undefined && Date.parse(known.updatedAt) >= Date.parse(updatedAt);
      });
      const wanted = new Set(posts.map(({ number }) => number));
      for (const number of texts.keys()) if (!wanted.has(number)) texts.delete(number);
      if (isWhole && kept.length < 2 * posts.length + 100) writer?.goOn();
      else if (isWhole) writer?.startOver([...texts.values()]);
      return isWhole;
    },
    put({ number, updatedAt }, text) {
      const known = texts.get(number);
      if (known?.text === text && known.updatedAt === updatedAt) return;
      const kept = { number, updatedAt, text };
      texts.set(number, kept);
      writer?.add(kept);
    },
    remove(number) {
      texts.delete(number);
    },
    get: (number) => texts.get(number)?.text ?? null,
  };
}

/** The last line about a post counts. A line that a crash cut off is left out. */
async function readKept(file: string): Promise<KeptText[]> {
  const lines = await readFile(file, 'utf8').then(
    (content) => content.split('\n'),
    () => [],
  );
  const kept = new Map<number, KeptText>();
  for (const line of lines) {
    const text = parseLine(line);
    if (text) kept.set(text.number, text);
  }
  return [...kept.values()];
}

function parseLine(line: string): KeptText | null {
  try {
    const [number, updatedAt, text]: unknown[] = JSON.parse(line);
    const isKept =
      typeof number === 'number' && typeof updatedAt === 'string' && typeof text === 'string';
    return isKept ? { number, updatedAt, text } : null;
  } catch {
    return null;
  }
}

interface Writer {
  add(text: KeptText): void;
  /** What is in the file stays. */
  goOn(): void;
  startOver(texts: readonly KeptText[]): void;
}

/** Writes whole lines, one batch after the other. What was there before counts only after `goOn`. */
function createWriter(file: string): Writer {
  let waiting: KeptText[] = [];
  let isNew = true;
  let isBroken = false;
  let isWriting = false;

  function begin(): void {
    if (isWriting) return;
    isWriting = true;
    void write().finally(() => {
      isWriting = false;
      if (waiting.length > 0 && !isBroken) begin();
    });
  }

  async function write(): Promise<void> {
    // Lets a whole list of posts arrive first.
    await new Promise((resolve) => setImmediate(resolve));
    const lines = waiting.map(({ number, updatedAt, text }) =>
      JSON.stringify([number, updatedAt, text]),
    );
    waiting = [];
    try {
      if (isNew) {
        await writeWhole(file, `${lines.join('\n')}\n`);
      } else {
        await appendFile(file, `${lines.join('\n')}\n`);
      }
      isNew = false;
    } catch (error) {
      isBroken = true;
      const reason = error instanceof Error ? error.message : 'unknown reason';
      console.warn(`The texts of the posts cannot be kept on disk: ${reason}`);
    }
  }

  return {
    add(text) {
      if (isBroken) return;
      waiting.push(text);
      begin();
    },
    goOn() {
      isNew = false;
    },
    startOver(texts) {
      isNew = true;
      waiting = [...texts];
      begin();
    },
  };
}
