/**
 * Tells pages elsewhere that a post links to them, where they ask for it. It works behind the
 * deliveries, one post after the other: nobody waits for it, and nothing fails when it does.
 * Source: Webmention (W3C), section 3.1, "Sending Webmentions".
 */
import pLimit from 'p-limit';
import { discoverEndpoint } from './discover-endpoint';
import type { Web } from './fetch-page';
import { outgoingLinks } from './outgoing-links';
import { type Outcome, planMentions } from './plan-mentions';
import { loadSent, type SentByPost, saveSent } from './sent-file';

export interface MentionSender {
  /** Has the links of these posts looked at, soon. */
  follow(numbers: Iterable<number>): void;
  /** When there is nothing left to do. */
  settled(): Promise<void>;
}

export interface MentionSenderOptions {
  web: Web;
  /** The post as readers have it now; null where there is none. */
  readPost: (number: number) => Promise<{ url: string; html: string } | null>;
  /** Origins that are told nothing. */
  own: readonly string[];
  /** Keeps what was told. */
  file: string;
  now?: () => number;
}

/** Pages asked at a time. */
const AT_ONCE = 4;

/** One for a process: posts wait in it for their turn. */
export function createMentionSender(options: MentionSenderOptions): MentionSender {
  const { web, readPost, own, file, now = Date.now } = options;
  const limit = pLimit(AT_ONCE);
  const waiting = new Set<number>();
  let sent: Map<number, SentByPost> | null = null;
  let work: Promise<void> | null = null;

  async function workOff(): Promise<void> {
    sent ??= await loadSent(file);
    for (const number of waiting) {
      waiting.delete(number);
      if (await tellOf(number, sent)) await saveSent(file, sent);
    }
  }

  /** @returns whether there was anything to tell */
  async function tellOf(number: number, all: Map<number, SentByPost>): Promise<boolean> {
    const post = await readPost(number);
    const kept = all.get(number) ?? (post && { source: post.url, told: new Map() });
    if (!kept) return false;
    const { source, told } = kept;
    const links = post ? outgoingLinks(post.html, own) : [];
    const { news, withdrawn } = planMentions(links, told, now());
    if (news.length + withdrawn.length === 0) return false;
    await Promise.all(
      [...news, ...withdrawn].map((link) =>
        limit(async () => {
          const outcome = await tell(web, source, link);
          // A page that could not be told that a link went is told with the next change.
          if (links.includes(link)) told.set(link, { outcome, at: now() });
          else if (outcome !== 'failed') told.delete(link);
        }),
      ),
    );
    for (const [link, { outcome }] of told) {
      if (outcome !== 'sent' && !links.includes(link)) told.delete(link);
    }
    if (told.size > 0) all.set(number, kept);
    else all.delete(number);
    return true;
  }

  function begin(): void {
    if (work || waiting.size === 0) return;
    work = workOff()
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : 'unknown reason';
        console.warn(`The pages a post links to could not be told: ${reason}`);
      })
      .finally(() => {
        work = null;
        begin();
      });
  }

  return {
    follow(numbers) {
      for (const number of numbers) waiting.add(number);
      begin();
    },
    async settled() {
      while (work) await work;
    },
  };
}

/** @throws nothing */
async function tell(web: Web, source: string, target: string): Promise<Outcome> {
  try {
    const page = await web.fetchPage(target);
    const endpoint = page && discoverEndpoint(page);
    if (!endpoint) return 'unsupported';
    const { status } = await web.postForm(endpoint, new URLSearchParams({ source, target }));
    return status >= 200 && status < 300 ? 'sent' : 'failed';
  } catch {
    return 'failed';
  }
}
