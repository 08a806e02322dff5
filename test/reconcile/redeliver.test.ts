import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDeliveryLog } from '../../lib/github/deliveries';
import { planRedelivery, redeliverFailed } from '../../lib/reconcile/redeliver';
import { createApp, installApp, withPrivateKey } from '../../lib/sandbox/oauth/apps';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { findUser } from '../../lib/sandbox/store';
import { asAuthor, control } from '../support/github';
import { until } from '../support/site';

const NOW = Date.UTC(2026, 0, 10);
const MINUTE = 60_000;

function attempt(guid: string, status: number, minutesAgo: number) {
  return { id: minutesAgo, guid, status, at: NOW - minutesAgo * MINUTE };
}

describe('what is asked for again', () => {
  it('is what failed and no later attempt brought', () => {
    const log = [
      attempt('repaired', 200, 1),
      attempt('failed later', 503, 3),
      attempt('repaired', 503, 5),
      attempt('fine', 202, 7),
      attempt('failed first', 0, 9),
    ];
    expect(planRedelivery(log, NOW).map(({ guid }) => guid)).toEqual([
      'failed first',
      'failed later',
    ]);
  });

  it('is nothing that may still be under way, is too old, or never succeeds', () => {
    const log = [
      { ...attempt('under way', 0, 0), at: NOW - 5_000 },
      ...[1, 2, 3, 4].map((minutes) => attempt('never', 500, minutes)),
      attempt('old', 500, 4 * 24 * 60),
    ];
    expect(planRedelivery(log, NOW)).toEqual([]);
  });
});

describe("GitHub's log of deliveries", () => {
  let sandbox: Sandbox;
  let receiver: Server;
  let hookUrl = '';
  let received: string[] = [];

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      received.push(String(request.headers['x-github-delivery']));
      request.resume().on('end', () => response.end());
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const address = receiver.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    hookUrl = `http://127.0.0.1:${port}/api/webhook`;
    sandbox = await startSandbox({ hook: { url: hookUrl, secret: 'secret' } });
  });

  afterAll(async () => {
    await sandbox.close();
    receiver.close();
  });

  const repository = { owner: 'octocat', name: 'blog' };
  const later = () => Date.now() + MINUTE;

  /** @returns the delivery's GUID */
  async function loseOne(): Promise<string> {
    await control(sandbox, 'POST', '/faults', { webhooks: { drop: 1 } });
    await asAuthor(sandbox).createIssue({ title: 'Lost' });
    await control(sandbox, 'POST', '/faults', { webhooks: { drop: 0 } });
    received = [];
    const { deliveries } = Object(await control(sandbox, 'GET', '/deliveries'));
    return String(deliveries.findLast(({ status }: { status: number }) => status === 0)?.guid);
  }

  it("is looked through for what a repository's hook lost, with a token that may", async () => {
    await loseOne();
    const credentials = { kind: 'token' as const, token: 'author-token' };
    const log = openDeliveryLog({ credentials, repository, apiUrl: sandbox.url, hookUrl });
    expect(await redeliverFailed(log, later())).toBe(1);
    await until(() => received.length === 1);
    await until(async () => (await log.list()).some(({ status }) => status === 200));
    expect(await redeliverFailed(log, later())).toBe(0);
  });

  it('is left alone with a token that may not', async () => {
    await loseOne();
    const credentials = { kind: 'token' as const, token: 'reader-token' };
    const log = openDeliveryLog({ credentials, repository, apiUrl: sandbox.url, hookUrl });
    expect(await redeliverFailed(log, later())).toBeNull();
    expect(received).toEqual([]);
  });

  it("is an App's own", async () => {
    const owner = findUser(sandbox.store, 'octocat');
    if (!owner) throw new Error('There is no octocat.');
    const created = createApp(sandbox.store, {
      name: 'Blog',
      owner,
      externalUrl: hookUrl,
      callbackUrls: [],
      public: true,
      events: ['issues'],
      hookUrl,
    });
    const app = withPrivateKey(sandbox.store, created);
    installApp(sandbox.store, app, owner, null);
    const lost = await loseOne();
    const key = app.privateKeyPem;
    const credentials = { kind: 'app' as const, appId: String(app.id), privateKey: key };
    const log = openDeliveryLog({ credentials, repository, apiUrl: sandbox.url, hookUrl });
    expect(await redeliverFailed(log, later())).toBe(1);
    await until(() => received.includes(lost));
  });
});
