/**
 * Asks servers that anybody may have named in a post. Addresses inside a network of one's own are
 * refused, by number or by name, when connecting as well as after a redirect; time, size and the
 * number of redirects are bounded.
 */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

export interface WebPage {
  /** Where the page was found, after redirects. */
  url: string;
  /** The `Link` header; null where there is none. */
  links: string | null;
  /** As much of it as is worth reading; empty where it is not HTML. */
  html: string;
}

export interface Answer {
  status: number;
}

export interface Web {
  /** @returns null where there is no page @throws Error for what cannot be reached, or must not be */
  fetchPage(url: string): Promise<WebPage | null>;
  /** Sends a form, without following redirects. @throws Error as above */
  postForm(url: string, form: URLSearchParams): Promise<Answer>;
}

export interface WebOptions {
  /** For tests alone: a network of one's own is then like any other. */
  allowPrivate?: boolean;
  /** Milliseconds for one page with all its redirects. */
  patience?: number;
}

/** Bytes of a page that are read; what names an endpoint stands far above. */
const LARGEST = 512 * 1024;
const PATIENCE = 10_000;
const MOST_REDIRECTS = 5;
const HEADERS = { 'User-Agent': 'Issuepress (Webmention)', Accept: 'text/html, */*;q=0.1' };

export function createWeb({ allowPrivate = false, patience = PATIENCE }: WebOptions = {}): Web {
  const filter = { allowPrivateIPAddress: allowPrivate, allowMetaIPAddress: false };
  const agents = {
    'http:': new RequestFilteringHttpAgent(filter),
    'https:': new RequestFilteringHttpsAgent(filter),
  };

  function ask(url: URL, method: string, signal: AbortSignal, body?: string) {
    return new Promise<IncomingMessage>((resolve, reject) => {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        throw new Error(`${url.protocol} is not asked.`);
      }
      const { request } = url.protocol === 'https:' ? https : http;
      const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const headers = {
        ...HEADERS,
        ...(body === undefined ? {} : { ...type, 'Content-Length': Buffer.byteLength(body) }),
      };
      const agent = agents[url.protocol];
      request(url, { method, headers, agent, signal }, resolve).on('error', reject).end(body);
    });
  }

  return {
    async fetchPage(address) {
      const signal = AbortSignal.timeout(patience);
      let url = new URL(address);
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
        const answer = await ask(url, 'GET', signal);
        const { statusCode = 0, headers } = answer;
        if (statusCode < 300 || statusCode >= 400 || !headers.location) {
          return await toPage(url.href, answer);
        }
        answer.destroy();
        url = new URL(headers.location, url);
      }
      throw new Error(`${address} leads from address to address.`);
    },
    async postForm(address, form) {
      const signal = AbortSignal.timeout(patience);
      const answer = await ask(new URL(address), 'POST', signal, form.toString());
      answer.destroy();
      return { status: answer.statusCode ?? 0 };
    },
  };
}

async function toPage(url: string, answer: IncomingMessage): Promise<WebPage | null> {
  const { statusCode = 0, headers } = answer;
  const isThere = statusCode >= 200 && statusCode < 300;
  const isHtml = /^(text\/html|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? '');
  const html = isThere && isHtml ? await readSome(answer) : '';
  answer.destroy();
  if (!isThere) return null;
  const { link } = headers;
  return { url, links: (Array.isArray(link) ? link.join(', ') : link) ?? null, html };
}

async function readSome(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size >= LARGEST) break;
  }
  return Buffer.concat(chunks).subarray(0, LARGEST).toString('utf8');
}
