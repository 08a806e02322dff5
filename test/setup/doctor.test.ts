/** Each way a set-up can be wrong, and what the doctor says to it. */
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp, installApp, withPrivateKey } from '../../lib/sandbox/oauth/apps';
import {
  actorFor,
  createLabel,
  deleteLabel,
  findLabel,
  setCollaborator,
  updateRepository,
  writeFile,
} from '../../lib/sandbox/store';
import { deleteHook, hooksOf, updateHook } from '../../lib/sandbox/webhooks/hooks';
import { doctor } from '../../lib/setup/doctor';
import type { Finding } from '../../lib/setup/finding';
import { found, type Rig, settled, startSetupRig } from './rig';

let rig: Rig;

beforeEach(async () => {
  rig = await startSetupRig();
});

afterEach(() => rig.close());

const broken = (findings: Finding[]) =>
  findings.filter(({ state }) => state === 'fail' || state === 'warn');

it('finds nothing wrong where nothing is', async () => {
  const findings = await rig.check();
  expect(broken(findings)).toEqual([]);
  expect(findings.map(({ id }) => id)).toEqual([
    'settings',
    'site-address',
    'credentials',
    'repository',
    'rights',
    'rate-limit',
    'label',
    'template',
    'webhook',
    'sign-in',
    'site-answers',
    'extras',
  ]);
});

interface Row {
  wrong: string;
  /** Settings that differ, or what else is done to the world. */
  settings?: Record<string, string>;
  prepare?(rig: Rig): unknown;
  /** With the embedded GitHub in github.com's place. */
  isPublic?: boolean;
  /** The one finding that is expected, and words of its sentence and its remedy. */
  id: string;
  state: 'fail' | 'warn';
  says: RegExp;
  remedy: RegExp;
}

const ADMIN = (rig: Rig) => actorFor(rig.owner());

const ROWS: Row[] = [
  {
    wrong: 'a repository that is none',
    settings: { GITHUB_REPOSITORY: 'octocat/blug' },
    id: 'repository',
    state: 'fail',
    says: /knows no repository octocat\/blug/,
    remedy: /spelling of GITHUB_REPOSITORY/,
  },
  {
    wrong: 'a repository that moved',
    prepare: (rig) => {
      updateRepository(rig.sandbox.store, ADMIN(rig), rig.blog(), { name: 'diary' });
    },
    id: 'repository',
    state: 'warn',
    says: /is called octocat\/diary now/,
    remedy: /GITHUB_REPOSITORY=octocat\/diary/,
  },
  {
    wrong: 'a private repository',
    prepare: (rig) => {
      updateRepository(rig.sandbox.store, ADMIN(rig), rig.blog(), { private: true });
    },
    id: 'repository',
    state: 'fail',
    says: /is private/,
    remedy: /public/,
  },
  {
    wrong: 'issues that are off, as in a fork',
    prepare: (rig) => {
      updateRepository(rig.sandbox.store, ADMIN(rig), rig.blog(), { hasIssues: false });
    },
    id: 'repository',
    state: 'fail',
    says: /Issues are switched off/,
    remedy: /Settings → General → Features/,
  },
  {
    wrong: 'an archived repository',
    prepare: (rig) => {
      updateRepository(rig.sandbox.store, ADMIN(rig), rig.blog(), { archived: true });
    },
    id: 'repository',
    state: 'fail',
    says: /is archived/,
    remedy: /Unarchive/,
  },
  {
    wrong: 'a token nobody knows',
    settings: { GITHUB_TOKEN: 'github_pat_expired' },
    id: 'credentials',
    state: 'fail',
    says: /expired, was revoked/,
    remedy: /new token/,
  },
  {
    wrong: 'a token that has expired',
    prepare: (rig) => ({
      GITHUB_TOKEN: rig.token('github_pat_old', { expiresAt: '2020-01-01T00:00:00Z' }),
    }),
    id: 'credentials',
    state: 'fail',
    says: /has expired/,
    remedy: /new token/,
  },
  {
    wrong: 'a token that is about to expire',
    prepare: (rig) => {
      const expiresAt = new Date(Date.now() + 3.5 * 86_400_000).toISOString().replace(/\.\d+/, '');
      return { GITHUB_TOKEN: rig.token('github_pat_soon', { expiresAt }) };
    },
    id: 'token-expiry',
    state: 'warn',
    says: /in 3 days/,
    remedy: /new one in time/,
  },
  {
    wrong: 'a token that may only read',
    prepare: (rig) => ({
      GITHUB_TOKEN: rig.token('github_pat_read', {
        permissions: { issues: 'read', metadata: 'read', repository_hooks: 'read' },
      }),
    }),
    id: 'rights',
    state: 'fail',
    says: /may not write .* not accessible by personal access token/,
    remedy: /Issues: read and write/,
  },
  {
    wrong: 'a classic token without scopes',
    prepare: (rig) => ({ GITHUB_TOKEN: rig.token('ghp_none', { scopes: [] }) }),
    id: 'rights',
    state: 'fail',
    says: /may not write/,
    remedy: /public_repo/,
  },
  {
    wrong: 'a token of a stranger',
    settings: { GITHUB_TOKEN: 'reader-token' },
    id: 'rights',
    state: 'warn',
    says: /a stranger in octocat\/blog/,
    remedy: /Invite the account/,
  },
  {
    wrong: 'a token that may do too much',
    prepare: (rig) => ({ GITHUB_TOKEN: rig.token('ghp_all', { scopes: ['repo', 'delete_repo'] }) }),
    id: 'credentials',
    state: 'warn',
    says: /delete_repo/,
    remedy: /fine-grained/,
  },
  {
    wrong: 'calls that run out',
    prepare: (rig) => {
      rig.sandbox.store.rateLimit = { limit: 5_000, remaining: 100 };
    },
    id: 'rate-limit',
    state: 'warn',
    says: /of 5000 calls are left/,
    remedy: /full again in \d+ min/,
  },
  {
    wrong: 'another secret than the site’s',
    prepare: async (rig) => {
      const hook = found(hooksOf(rig.sandbox.store, rig.blog())[0]);
      updateHook(rig.sandbox.store, hook, { secret: 'another' });
      createLabel(rig.sandbox.store, ADMIN(rig), rig.blog(), { name: 'news' });
      await settled(rig.sandbox);
    },
    id: 'webhook',
    state: 'fail',
    says: /not the one of the site \(401\)/,
    remedy: /the same text/,
  },
  {
    wrong: 'no secret in the settings',
    settings: { GITHUB_WEBHOOK_SECRET: '' },
    id: 'webhook',
    state: 'fail',
    says: /GITHUB_WEBHOOK_SECRET is not set/,
    remedy: /long random text/,
  },
  {
    wrong: 'no secret in the webhook',
    prepare: (rig) => {
      const hook = found(hooksOf(rig.sandbox.store, rig.blog())[0]);
      updateHook(rig.sandbox.store, hook, { secret: null });
    },
    id: 'webhook',
    state: 'fail',
    says: /has no secret/,
    remedy: /GITHUB_WEBHOOK_SECRET/,
  },
  {
    wrong: 'no webhook',
    prepare: (rig) => {
      deleteHook(rig.sandbox.store, found(hooksOf(rig.sandbox.store, rig.blog())[0]));
    },
    id: 'webhook',
    state: 'fail',
    says: /No webhook/,
    remedy: /\/api\/webhook, content type application\/json/,
  },
  {
    wrong: 'a webhook that tells of pushes alone',
    prepare: (rig) => {
      const hook = found(hooksOf(rig.sandbox.store, rig.blog())[0]);
      updateHook(rig.sandbox.store, hook, { events: ['push'] });
    },
    id: 'webhook',
    state: 'fail',
    says: /does not tell of issues, issue_comment/,
    remedy: /Tick/,
  },
  {
    wrong: 'a webhook to localhost',
    isPublic: true,
    prepare: (rig) => {
      const hook = found(hooksOf(rig.sandbox.store, rig.blog())[0]);
      updateHook(rig.sandbox.store, hook, { url: 'http://localhost:3000/api/webhook' });
      return { SITE_URL: 'https://blog.example' };
    },
    id: 'webhook',
    state: 'fail',
    says: /localhost:3000.*cannot reach/,
    remedy: /https:\/\/blog\.example\/api\/webhook/,
  },
  {
    wrong: 'a site on localhost',
    isPublic: true,
    settings: { SITE_URL: 'http://localhost:3000' },
    id: 'site-address',
    state: 'fail',
    says: /neither readers nor GitHub's webhook can reach/,
    remedy: /public address/,
  },
  {
    wrong: 'a webhook to another site',
    prepare: (rig) => {
      const hook = found(hooksOf(rig.sandbox.store, rig.blog())[0]);
      updateHook(rig.sandbox.store, hook, { url: 'http://127.0.0.1:9/api/webhook' });
    },
    id: 'webhook',
    state: 'fail',
    says: /leads to http:\/\/127\.0\.0\.1:9\/api\/webhook, not to/,
    remedy: /Correct its address/,
  },
  {
    wrong: 'no label',
    prepare: (rig) => {
      const { store } = rig.sandbox;
      writeFile(store, ADMIN(rig), rig.blog(), {
        path: '.github/ISSUE_TEMPLATE/new-post.md',
        content: '---\nname: New post\nlabels: [Essay]\n---\n',
      });
      return { PUBLISH_LABEL: 'Essay' };
    },
    id: 'label',
    state: 'fail',
    says: /no label “Essay”/,
    remedy: /doctor -- --fix/,
  },
  {
    wrong: 'a template without the label',
    prepare: (rig) => {
      createLabel(rig.sandbox.store, ADMIN(rig), rig.blog(), { name: 'Essay' });
      return { PUBLISH_LABEL: 'essay' };
    },
    id: 'template',
    state: 'warn',
    says: /No issue template brings the label “essay”/,
    remedy: /Add "New post"/,
  },
  {
    wrong: 'a template with a label that is not there',
    prepare: (rig) => {
      writeFile(rig.sandbox.store, ADMIN(rig), rig.blog(), {
        path: '.github/ISSUE_TEMPLATE/new-post.md',
        content: '---\nname: New post\nlabels: Publish, fresh\n---\n',
      });
    },
    id: 'template',
    state: 'fail',
    says: /sets the label “fresh”, which the repository does not have/,
    remedy: /Create the label/,
  },
  {
    wrong: 'a client secret of something else',
    settings: { GITHUB_CLIENT_SECRET: 'wrong' },
    id: 'sign-in',
    state: 'fail',
    says: /does not accept GITHUB_CLIENT_ID/,
    remedy: /new client secret/,
  },
  {
    wrong: 'signing in without a secret for sessions',
    settings: { SESSION_SECRET: '' },
    id: 'sign-in',
    state: 'warn',
    says: /because SESSION_SECRET is not set/,
    remedy: /openssl rand/,
  },
  {
    wrong: 'an address with a path',
    settings: { SITE_URL: 'https://example.com/blog' },
    id: 'settings',
    state: 'fail',
    says: /SITE_URL should have no path.*got 'https:\/\/example\.com\/blog'/,
    remedy: /Correct SITE_URL/,
  },
  {
    wrong: 'an address without a scheme',
    settings: { SITE_URL: 'blog.example.com' },
    id: 'settings',
    state: 'fail',
    says: /SITE_URL should be an absolute address.*got 'blog\.example\.com'/,
    remedy: /Correct SITE_URL/,
  },
  {
    wrong: 'no address',
    settings: { SITE_URL: '' },
    id: 'site-address',
    state: 'fail',
    says: /SITE_URL is not set/,
    remedy: /public address/,
  },
  {
    wrong: 'a repository without its owner',
    settings: { GITHUB_REPOSITORY: 'blog' },
    id: 'settings',
    state: 'fail',
    says: /GITHUB_REPOSITORY should look like owner\/name; got 'blog'/,
    remedy: /Correct GITHUB_REPOSITORY/,
  },
];

describe('the checks', () => {
  it.each(ROWS)('find $wrong', async ({ settings, prepare, isPublic, id, state, says, remedy }) => {
    const more: Record<string, string> = Object(await prepare?.(rig));
    const changes = { ...settings, ...more };
    const findings = broken(await (isPublic ? rig.checkPublic(changes) : rig.check(changes)));
    const finding = findings.find((one) => one.id === id && one.state === state);
    expect(finding, JSON.stringify(findings, null, 1)).toBeDefined();
    expect(finding?.sentence).toMatch(says);
    expect(finding?.fix).toMatch(remedy);
  });

  it('name what is switched off because nobody set it, and nothing else', async () => {
    const extras = async (changes: Record<string, string>) =>
      (await rig.check(changes)).find(({ id }) => id === 'extras');
    const some = await extras({ METRICS_TOKEN: 'a token', WEBMENTIONS: 'off' });
    expect(some?.state).toBe('off');
    expect(some?.sentence).toMatch(/\(REDIS_URL\).*\(CRON_SECRET\).*\(WEBSUB_HUB\)/);
    expect(some?.sentence).not.toMatch(/METRICS_TOKEN|WEBMENTIONS/);
    const all = await extras({
      REDIS_URL: 'redis://127.0.0.1:6379',
      CRON_SECRET: 'a secret',
      METRICS_TOKEN: 'a token',
      ERROR_WEBHOOK_URL: 'https://errors.example',
      WEBSUB_HUB: 'https://hub.example',
      WEBMENTIONS: 'on',
    });
    expect(all?.state).toBe('ok');
  });

  it('find every malformed setting, not only the first', async () => {
    const findings = await rig.check({
      SITE_URL: 'nowhere',
      PUBLISH_AUTHORS: 'a b/c',
      GITHUB_REPOSITORY: 'x',
      COMMENTS: 'maybe',
      WEBMENTIONS: 'maybe',
      SESSION_SECRET: '',
    });
    const sentences = findings.filter(({ id }) => id === 'settings').map((one) => one.sentence);
    expect(sentences.map((sentence) => sentence.split(' ')[0]).sort()).toEqual([
      'COMMENTS',
      'GITHUB_REPOSITORY',
      'PUBLISH_AUTHORS',
      'SITE_URL',
      'WEBMENTIONS',
    ]);
  });

  it('never tell a secret', async () => {
    const secrets = {
      GITHUB_TOKEN: 'github_pat_TELLTALE1',
      GITHUB_WEBHOOK_SECRET: 'TELLTALE2',
      GITHUB_CLIENT_SECRET: 'TELLTALE3',
      SESSION_SECRET: 'TELLTALE4',
      GITHUB_APP_PRIVATE_KEY: 'TELLTALE5',
    };
    expect(JSON.stringify(await rig.check(secrets))).not.toContain('TELLTALE');
  });
});

describe('an App', () => {
  function register(more: Partial<Parameters<typeof createApp>[1]> = {}) {
    const { store } = rig.sandbox;
    const hookUrl = `${rig.env.SITE_URL}/api/webhook`;
    const app = withPrivateKey(
      store,
      createApp(store, {
        name: 'Blog of octocat',
        owner: rig.owner(),
        externalUrl: 'https://blog.example',
        public: true,
        hookUrl,
        events: ['issues', 'issue_comment', 'label', 'milestone', 'repository'],
        ...more,
      }),
    );
    const settings = {
      GITHUB_TOKEN: '',
      GITHUB_APP_ID: String(app.id),
      GITHUB_APP_PRIVATE_KEY: app.privateKeyPem,
      GITHUB_CLIENT_ID: app.clientId,
      GITHUB_CLIENT_SECRET: app.clientSecret,
    };
    return { app, settings };
  }

  it('that is installed and has just been made only waits for its first delivery', async () => {
    const { app, settings } = register();
    installApp(rig.sandbox.store, app, rig.owner(), null);
    const findings = broken(await rig.check(settings));
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      'The webhook is right, but nothing was delivered yet.',
    ]);
  });

  it.each([
    ['with \\n for its newlines', (pem: string) => pem.replaceAll('\n', '\\n')],
    ['with spaces for its newlines', (pem: string) => pem.replaceAll('\n', ' ')],
    ['in quotes, with carriage returns', (pem: string) => `"${pem.replaceAll('\n', '\r\n')}"`],
    ['without any newline', (pem: string) => pem.replaceAll('\n', '')],
    ['in base64', (pem: string) => Buffer.from(pem).toString('base64')],
  ])('whose key came %s works all the same', async (_, mangle) => {
    const { app, settings } = register();
    installApp(rig.sandbox.store, app, rig.owner(), null);
    const key = mangle(settings.GITHUB_APP_PRIVATE_KEY);
    const findings = await rig.check({ ...settings, GITHUB_APP_PRIVATE_KEY: key });
    expect(findings.filter(({ state }) => state === 'fail')).toEqual([]);
  });

  it.each<[string, (pem: string) => string, string, RegExp]>([
    ['was cut off', (pem) => pem.slice(0, 900), 'settings', /should be a PEM private key/],
    [
      'lost a line',
      (pem) => pem.split('\n').toSpliced(4, 1).join('\n'),
      'private-key',
      /is damaged/,
    ],
    ['is only a fingerprint', () => 'SHA256:abc', 'settings', /should be a PEM private key/],
    ['belongs to another App', () => otherKey(), 'credentials', /no key of GITHUB_APP_ID/],
  ])('whose key %s is told apart', async (_, mangle, id, says) => {
    const { app, settings } = register();
    installApp(rig.sandbox.store, app, rig.owner(), null);
    const key = mangle(settings.GITHUB_APP_PRIVATE_KEY);
    const findings = await rig.check({ ...settings, GITHUB_APP_PRIVATE_KEY: key });
    const failed = findings.find((one) => one.id === id && one.state === 'fail');
    expect(failed?.sentence, JSON.stringify(findings)).toMatch(says);
  });

  it('that is not installed is sent to be', async () => {
    const { settings } = register();
    const finding = (await rig.check(settings)).find(({ id }) => id === 'installation');
    expect(finding).toMatchObject({
      state: 'fail',
      sentence: expect.stringMatching('not installed'),
    });
    expect(finding?.link).toBe(`${rig.sandbox.url}/apps/blog-of-octocat/installations/new`);
  });

  it('with too few permissions is told which', async () => {
    const { app, settings } = register({ permissions: { issues: 'read', metadata: 'read' } });
    installApp(rig.sandbox.store, app, rig.owner(), null);
    const finding = (await rig.check(settings)).find(({ id }) => id === 'installation');
    expect(finding?.sentence).toContain('issues: write');
  });

  it('without contents works, and says what does not', async () => {
    const { app, settings } = register();
    installApp(rig.sandbox.store, app, rig.owner(), null);
    const finding = (await rig.check(settings)).find(({ id }) => id === 'installation');
    expect(finding).toMatchObject({ state: 'off', sentence: expect.stringContaining('pictures') });
  });

  it('that is private lets nobody else sign in', async () => {
    const { app, settings } = register({ public: false });
    installApp(rig.sandbox.store, app, rig.owner(), null);
    const finding = (await rig.check(settings)).find(({ id }) => id === 'sign-in');
    expect(finding?.sentence).toContain('nobody but its owner');
  });

  it('without a webhook is told where to add it', async () => {
    const { app, settings } = register({ hookUrl: null });
    installApp(rig.sandbox.store, app, rig.owner(), null);
    const finding = (await rig.check(settings)).find(({ id }) => id === 'webhook');
    expect(finding).toMatchObject({ state: 'fail', sentence: 'The App has no webhook.' });
  });
});

describe('the doctor', () => {
  const run = promisify(execFile);

  it('prints a line each and exits with 0 where all is well, with 1 where not', async () => {
    const call = (env: Record<string, string>) =>
      run('node_modules/.bin/tsx', ['lib/setup/run-doctor.ts'], {
        env: { PATH: process.env.PATH, NO_COLOR: '1', NODE_ENV: 'test', ...env },
      });
    const { stdout } = await call(rig.env);
    expect(stdout.trim().split('\n')).toHaveLength(13);
    expect(stdout).toMatch(/^✔ rate-limit: \d+ of 5000 calls are left/m);
    expect(stdout).toContain('Nothing stands in the way.');
    const failing = call({ ...rig.env, GITHUB_REPOSITORY: 'octocat/blug' });
    await expect(failing).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^✘ repository: .* → Check the spelling/m),
    });
  });

  it('does not mind that nobody reads on', async () => {
    const { stderr } = await run(
      'sh',
      ['-c', 'node_modules/.bin/tsx lib/setup/run-doctor.ts | head -n 1'],
      { env: { PATH: process.env.PATH, NO_COLOR: '1', NODE_ENV: 'test', ...rig.env } },
    );
    expect(stderr).toBe('');
  });

  it('creates the label when asked to', async () => {
    const { store } = rig.sandbox;
    deleteLabel(store, ADMIN(rig), found(findLabel(store, rig.blog(), 'Publish')));
    const lines: string[] = [];
    const status = await doctor({ env: rig.env, print: (line) => lines.push(line), fix: true });
    expect(lines.join('\n')).toContain('The label “Publish” is there.');
    expect(status).toBe(0);
    expect(findLabel(store, rig.blog(), 'publish')?.name).toBe('Publish');
  });

  it('says so when it may not', async () => {
    const { store } = rig.sandbox;
    deleteLabel(store, ADMIN(rig), found(findLabel(store, rig.blog(), 'Publish')));
    setCollaborator(store, rig.blog(), rig.owner(), 'read');
    const lines: string[] = [];
    const env = { ...rig.env, GITHUB_TOKEN: 'reader-token' };
    const status = await doctor({ env, print: (line) => lines.push(line), fix: true });
    expect(lines[0]).toMatch(/could not be created/);
    expect(status).toBe(1);
  });
});

function otherKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
}
