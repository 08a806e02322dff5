import { Webhooks } from '@octokit/webhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { pick, pluck, type Received, type Rig, startRig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());
beforeEach(async () => {
  await settled();
  await rig.call('POST', '/_sandbox/reset', {}, null);
  rig.receiver.answerWith(202);
  rig.receiver.forget();
});

const BLOG = '/repos/octocat/blog';

function verify(secret: string, text: string, signature: string): Promise<boolean> {
  return new Webhooks({ secret }).verify(text, signature);
}

/** Nothing is under way. */
async function settled(): Promise<void> {
  await vi.waitFor(async () => {
    const { body } = await rig.call('GET', '/_sandbox/deliveries', undefined, null);
    expect(pluck(pick(body, 'deliveries'), 'outcome')).not.toContain('pending');
  });
}

async function open(labels: string[] = []): Promise<void> {
  await rig.call('POST', `${BLOG}/issues`, { title: 'A post', body: 'Text', labels });
}

function faults(webhooks: object) {
  return rig.call('POST', '/_sandbox/faults', { webhooks }, null);
}

async function deliveries() {
  const { body } = await rig.call('GET', '/_sandbox/deliveries', undefined, null);
  const list = pick(body, 'deliveries');
  return Array.isArray(list) ? list : [];
}

describe('each change is told', () => {
  test('an issue with two labels is one opened, which lists them, and two labeled', async () => {
    await open(['Publish', 'emacs']);
    const received = await rig.receiver.arrivals(3);
    expect(rig.receiver.names().sort()).toEqual([
      'issues.labeled',
      'issues.labeled',
      'issues.opened',
    ]);
    const opened = received.find(({ action }) => action === 'opened');
    expect(pluck(pick(opened?.payload, 'issue.labels'), 'name')).toEqual(['Publish', 'emacs']);
    const labeled = received.filter(({ action }) => action === 'labeled');
    expect(labeled.map(({ payload }) => pick(payload, 'label.name')).sort()).toEqual([
      'Publish',
      'emacs',
    ]);
  });

  test('an edit holds the former title and body', async () => {
    await open();
    await rig.call('PATCH', `${BLOG}/issues/1`, { title: 'New', body: 'New text' });
    const { payload } = await rig.receiver.arrival('issues', 'edited');
    expect(pick(payload, 'changes')).toEqual({ title: { from: 'A post' }, body: { from: 'Text' } });
    expect(pick(payload, 'issue.title')).toBe('New');
  });

  test('saving the same text again tells nothing', async () => {
    await open();
    await rig.call('PATCH', `${BLOG}/issues/1`, { title: 'A post', body: 'Text' });
    await rig.call('PATCH', `${BLOG}/issues/1`, { state: 'closed' });
    await rig.receiver.arrival('issues', 'closed');
    expect(rig.receiver.names()).not.toContain('issues.edited');
  });

  test('deleting a label unlabels each issue, without naming it', async () => {
    await open(['emacs']);
    await open(['emacs']);
    await rig.receiver.arrivals(4);
    rig.receiver.forget();
    await rig.call('DELETE', `${BLOG}/labels/emacs`);
    const received = await rig.receiver.arrivals(3);
    expect(rig.receiver.names().sort()).toEqual([
      'issues.unlabeled',
      'issues.unlabeled',
      'label.deleted',
    ]);
    for (const { event, payload } of received) expect('label' in payload).toBe(event === 'label');
  });

  test('renaming a label tells its former name, and nothing about issues', async () => {
    await open(['emacs']);
    await rig.receiver.arrivals(2);
    rig.receiver.forget();
    await rig.call('PATCH', `${BLOG}/labels/emacs`, { new_name: 'editors' });
    const { payload } = await rig.receiver.arrival('label', 'edited');
    expect(pick(payload, 'changes.name.from')).toBe('emacs');
    expect(rig.receiver.names()).toEqual(['label.edited']);
  });

  test('reactions tell nothing', async () => {
    await open();
    await rig.receiver.arrivals(1);
    await rig.call('POST', `${BLOG}/issues/1/reactions`, { content: 'heart' });
    expect(await deliveries()).toHaveLength(1);
  });

  test('the sender is whoever acted, also on another’s issue', async () => {
    await rig.call('POST', `${BLOG}/issues`, { title: 'Mine' }, 'reader-token');
    await rig.call('PUT', `${BLOG}/issues/1/labels`, ['Publish']);
    const { payload } = await rig.receiver.arrival('issues', 'labeled');
    expect(pick(payload, 'sender.login')).toBe('octocat');
    expect(pick(payload, 'issue.user.login')).toBe('hubot');
  });
});

describe('each delivery', () => {
  test('carries GitHub’s headers and a signature of its very bytes', async () => {
    await open();
    const [delivery] = await rig.receiver.arrivals(1);
    const headers = delivery?.headers ?? {};
    expect(headers['x-github-event']).toBe('issues');
    expect(headers['x-github-delivery']).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(headers['x-github-hook-id']).toMatch(/^\d+$/);
    expect(headers['x-github-hook-installation-target-type']).toBe('repository');
    expect(headers['x-github-hook-installation-target-id']).toBe(
      String(pick(delivery?.payload, 'repository.id')),
    );
    expect(headers['user-agent']).toMatch(/^GitHub-Hookshot\//);
    const signature = headers['x-hub-signature-256'] ?? '';
    expect(await verify(rig.secret, delivery?.text ?? '', signature)).toBe(true);
    expect(await verify('another secret', delivery?.text ?? '', signature)).toBe(false);
  });

  test('is in the log with the answer’s status', async () => {
    rig.receiver.answerWith(503);
    await open();
    await rig.receiver.arrivals(1);
    await settled();
    expect(await deliveries()).toMatchObject([
      { event: 'issues', action: 'opened', number: 1, status: 503, outcome: 'answered' },
    ]);
  });

  test('is never tried again by itself, but can be, under the same GUID', async () => {
    rig.receiver.answerWith(500);
    await open();
    await rig.receiver.arrivals(1);
    await settled();
    rig.receiver.answerWith(202);
    const [first] = await deliveries();
    const path = `/_sandbox/deliveries/${first.guid}/redeliver`;
    const { body } = await rig.call('POST', path, undefined, null);
    expect(body).toMatchObject({ guid: first.guid, status: 202 });
    const guids = rig.receiver.received.map(({ headers }) => headers['x-github-delivery']);
    expect(guids).toEqual([first.guid, first.guid]);
    const [before, after] = rig.receiver.received.map(({ text }) => text);
    expect(after).toBe(before);
  });

  test('to nobody is in the log as failed', async () => {
    const hook = {
      config: { url: 'http://127.0.0.1:1/', content_type: 'json' },
      events: ['label'],
    };
    await rig.call('POST', `${BLOG}/hooks`, hook);
    await settled();
    expect((await deliveries()).at(-1)).toMatchObject({ event: 'ping', status: 0 });
  });
});

describe('hooks', () => {
  const config = () => ({ url: `${rig.receiver.url}?second`, content_type: 'json', secret: 'x' });

  test('a new one is pinged, and hears only what it asked for', async () => {
    const hook = { config: config(), events: ['label'] };
    const made = await rig.call('POST', `${BLOG}/hooks`, hook);
    expect(made.status).toBe(201);
    expect(pick(made.body, 'config.secret')).toBe('********');
    const { payload } = await rig.receiver.arrival('ping', null);
    expect(pick(payload, 'hook_id')).toBe(pick(made.body, 'id'));
    rig.receiver.forget();
    await open();
    await rig.call('POST', `${BLOG}/labels`, { name: 'new' });
    await rig.receiver.arrivals(3);
    await settled();
    expect(rig.receiver.names().sort()).toEqual([
      'issues.opened',
      'label.created',
      'label.created',
    ]);
  });

  test('are hidden from everybody but admins', async () => {
    expect((await rig.call('GET', `${BLOG}/hooks`, undefined, 'bot-token')).status).toBe(404);
    expect((await rig.call('GET', `${BLOG}/hooks`)).status).toBe(200);
  });

  test('their deliveries can be listed, read and sent again over REST', async () => {
    await open();
    await rig.receiver.arrivals(1);
    await settled();
    const hooks = await rig.call('GET', `${BLOG}/hooks`);
    const base = `${BLOG}/hooks/${pick(hooks.body, '0.id')}/deliveries`;
    const list = await rig.call('GET', base);
    expect(list.body).toMatchObject([{ event: 'issues', status: 'OK', status_code: 202 }]);
    const one = `${base}/${pick(list.body, '0.id')}`;
    expect(pick((await rig.call('GET', one)).body, 'request.payload.action')).toBe('opened');
    expect((await rig.call('POST', `${one}/attempts`)).status).toBe(202);
    await rig.receiver.arrivals(2);
    await settled();
    expect(pluck((await rig.call('GET', base)).body, 'redelivery')).toEqual([true, false]);
  });

  test('may ask for forms', async () => {
    const second = { ...config(), content_type: 'form' };
    await rig.call('POST', `${BLOG}/hooks`, { config: second, events: ['issues'] });
    await vi.waitFor(() => expect(rig.receiver.received).toHaveLength(1));
    const [{ text, headers }] = rig.receiver.received as [Received];
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(JSON.parse(new URLSearchParams(text).get('payload') ?? '')).toHaveProperty('zen');
    expect(await verify('x', text, headers['x-hub-signature-256'] ?? '')).toBe(true);
  });
});

describe('faults', () => {
  test('a dropped delivery never leaves, stays in the log and can be sent', async () => {
    await faults({ drop: 1 });
    await open();
    const [lost] = await deliveries();
    expect(lost).toMatchObject({ status: 0, outcome: 'dropped', action: 'opened' });
    expect(rig.receiver.received).toEqual([]);
    await rig.call('POST', `/_sandbox/deliveries/${lost.guid}/redeliver`, undefined, null);
    expect(rig.receiver.names()).toEqual(['issues.opened']);
  });

  test('a duplicate comes under the same GUID', async () => {
    await faults({ duplicate: true });
    await open();
    const received = await rig.receiver.arrivals(2);
    const guids = received.map(({ headers }) => headers['x-github-delivery']);
    expect(new Set(guids).size).toBe(1);
  });

  test('reordered deliveries all come', async () => {
    await faults({ reorder: true });
    await open(Array.from({ length: 30 }, (_, index) => `label ${index}`));
    const received = await rig.receiver.arrivals(61);
    const order = received
      .filter(({ action }) => action === 'labeled')
      .map(({ payload }) => Number(String(pick(payload, 'label.name')).slice(6)));
    expect(order).not.toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(30);
  });

  test('reordered deliveries are listed as they were sent, oldest first', async () => {
    await faults({ reorder: true });
    await open(Array.from({ length: 30 }, (_, index) => `label ${index}`));
    await rig.receiver.arrivals(61);
    const times = pluck(await deliveries(), 'at').map(String);
    expect(times).toEqual([...times].sort());
  });
});
