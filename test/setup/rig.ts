/** An embedded GitHub and a small site that checks signatures as the real one does, for the checks. */
import { createServer } from 'node:http';
import { inspectSettings } from '../../lib/inspect-settings';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { addToken, findRepository, findUser } from '../../lib/sandbox/store';
import { createHook } from '../../lib/sandbox/webhooks/hooks';
import { examine } from '../../lib/setup/examine';
import type { Finding } from '../../lib/setup/finding';
import { DeliveryError, receiveDelivery } from '../../lib/webhook/receive';

export const SECRET = 'the secret of the webhook';

export interface Rig {
  sandbox: Sandbox;
  /** Settings with which nothing is wrong. */
  env: Record<string, string>;
  /** What the checks find under other settings. */
  check(changes?: Record<string, string>): Promise<Finding[]>;
  /** The same, with the embedded GitHub in github.com's place. */
  checkPublic(changes?: Record<string, string>): Promise<Finding[]>;
  /** `fetch` with the embedded GitHub in github.com's place. */
  fetch: typeof fetch;
  /** A personal token of octocat. */
  token(name: string, more: Partial<Parameters<typeof addToken>[1]>): string;
  owner(): NonNullable<ReturnType<typeof findUser>>;
  blog(): NonNullable<ReturnType<typeof findRepository>>;
  close(): Promise<void>;
}

export async function startSetupRig(): Promise<Rig> {
  const site = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/api/health') return answer(200, { status: 'ok' });
    try {
      await receiveDelivery(request, SECRET);
      return answer(200, {});
    } catch (error) {
      return answer(error instanceof DeliveryError ? error.status : 500, {});
    }
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  const siteUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const sandbox = await startSandbox();
  const env = {
    GITHUB_REPOSITORY: 'octocat/blog',
    GITHUB_TOKEN: 'author-token',
    GITHUB_API_URL: sandbox.url,
    GITHUB_WEBHOOK_SECRET: SECRET,
    GITHUB_CLIENT_ID: 'Iv23liEmbeddedDemoApp',
    GITHUB_CLIENT_SECRET: 'embedded-demo-client-secret-0123456789ab',
    SESSION_SECRET: 'long enough for the session of a test',
    SITE_URL: siteUrl,
  };
  const rig: Rig = {
    sandbox,
    env,
    check: (changes = {}) => examine(inspectSettings({ ...env, ...changes })),
    checkPublic: (changes = {}) => {
      const { GITHUB_API_URL: _, ...rest } = env;
      return examine(inspectSettings({ ...rest, ...changes }), { fetch: rig.fetch });
    },
    fetch: (input, init) => {
      const url = String(input).replace(/^https:\/\/(api\.)?github\.com/, sandbox.url);
      return fetch(url, init);
    },
    token(name, more) {
      addToken(sandbox.store, { token: name, userId: rig.owner().id, ...more });
      return name;
    },
    owner: () => found(findUser(sandbox.store, 'octocat')),
    blog: () => found(findRepository(sandbox.store, 'octocat', 'blog')),
    async close() {
      await sandbox.close();
      site.closeAllConnections();
      site.close();
    },
  };
  createHook(sandbox.store, { user: rig.owner(), token: null, app: null }, rig.blog(), {
    url: `${siteUrl}/api/webhook`,
    secret: SECRET,
    events: ['*'],
  });
  await settled(sandbox);
  return rig;
}

/** Waits until every delivery has an answer. */
export async function settled({ store }: Sandbox): Promise<void> {
  for (;;) {
    const pending = [...store.deliveries.values()].some(({ outcome }) => outcome === 'pending');
    if (!pending) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function found<Thing>(thing: Thing | null | undefined): Thing {
  if (!thing) throw new Error('It is not there.');
  return thing;
}
