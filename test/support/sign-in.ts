/** Signing people in to a test's site, through the embedded GitHub's own page. */
import type { BrowserContext } from 'playwright-core';
import type { TestSite } from './site';

/** Whom the demo's people are called. */
const LOGINS = { author: 'octocat', reader: 'hubot' } as const;

export type Person = keyof typeof LOGINS;

/** A client that keeps cookies as a browser does, and sends what a page of the site would send. */
export interface Client {
  /** As in a `Cookie` header. */
  cookie(): string;
  /**
   * @param path of the site, or an absolute address
   * @param body sent as JSON
   * @returns the answer, redirects not followed
   */
  send(method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Response>;
}

/** Nobody yet. @param start cookies to begin with */
export function openClient(site: Pick<TestSite, 'url'>, start = ''): Client {
  const jar = new Map(
    start
      .split('; ')
      .filter(Boolean)
      .map((pair) => splitAt(pair)),
  );
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookie,
    async send(method, path, body, headers = {}) {
      const response = await fetch(new URL(path, site.url), {
        method,
        redirect: 'manual',
        headers: {
          cookie: cookie(),
          ...(method === 'GET' ? {} : { origin: site.url, 'sec-fetch-site': 'same-origin' }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...Object.fromEntries(new Headers(headers)),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [name, value] = splitAt(line.split(';')[0] ?? '');
        if (/;\s*max-age=0/i.test(line)) jar.delete(name);
        else jar.set(name, value);
      }
      return response;
    },
  };
}

/** Signs somebody in over HTTP. @returns their client */
export async function signIn(site: TestSite, person: Person, returnTo = '/'): Promise<Client> {
  const client = openClient(site);
  const { callback } = await agree(site, client, person, returnTo);
  const back = await client.send('GET', callback);
  if (back.status !== 302) throw new Error(`The callback answered ${back.status}.`);
  return client;
}

/** Goes as far as GitHub's answer. @returns the address that GitHub sends the browser back to */
export async function agree(
  site: TestSite,
  client: Client,
  person: Person,
  returnTo = '/',
  decision: 'authorize' | 'cancel' = 'authorize',
): Promise<{ callback: string; authorize: URL }> {
  const out = await client.send(
    'GET',
    `/api/auth/sign-in?${new URLSearchParams({ return: returnTo })}`,
  );
  const authorize = new URL(out.headers.get('location') ?? '');
  const answer = await fetch(`${site.sandbox.url}/login/oauth/authorize`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([
      ...authorize.searchParams,
      ['account', LOGINS[person]],
      ['decision', decision],
    ]),
  });
  const callback = answer.headers.get('location');
  if (!callback) throw new Error(`GitHub's page answered ${answer.status}.`);
  return { callback, authorize };
}

/** Signs a browser in without going through the pages. */
export async function signInBrowser(
  site: TestSite,
  context: BrowserContext,
  person: Person,
): Promise<void> {
  const client = await signIn(site, person);
  await context.addCookies(
    client
      .cookie()
      .split('; ')
      .map((pair) => splitAt(pair))
      .map(([name, value]) => ({
        name,
        value,
        url: site.url,
        httpOnly: name.endsWith('session'),
        sameSite: 'Lax' as const,
      })),
  );
}

function splitAt(pair: string): [name: string, value: string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}
