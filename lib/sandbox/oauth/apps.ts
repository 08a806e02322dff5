/** GitHub Apps and OAuth Apps: registering, finding and installing them. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { App, Installation, User } from '../model';
import {
  createUser,
  findUser,
  invalid,
  mutate,
  nextId,
  type Store,
  sameName,
  timestamp,
} from '../store';
import { addHook } from '../webhooks/hooks';

export interface AppInput {
  name: string;
  owner: User;
  externalUrl: string;
  kind?: App['kind'];
  description?: string | null;
  callbackUrls?: readonly string[];
  setupUrl?: string | null;
  public?: boolean;
  expiringTokens?: boolean;
  permissions?: Readonly<Record<string, string>>;
  events?: readonly string[];
  /** Where its webhooks go; none without it. */
  hookUrl?: string | null;
  /** Made up unless given, as are the rest of the secrets. */
  clientId?: string;
  clientSecret?: string;
}

/** @throws SandboxError `unprocessable` for a name that is taken: they are unique over all GitHub */
export function createApp(store: Store, input: AppInput): App {
  const slug = slugOf(input.name);
  if (!slug) throw invalid('App', 'name', 'custom', 'name is missing');
  if (findApp(store, slug) || findUser(store, `${slug}[bot]`)) {
    throw invalid('App', 'name', 'custom', 'name is already taken');
  }
  return mutate(store, () => {
    const bot = createUser(store, { login: `${slug}[bot]`, type: 'Bot' });
    const app: App = {
      id: nextId(store, 'app'),
      slug,
      name: input.name.trim(),
      description: input.description ?? null,
      externalUrl: input.externalUrl,
      ownerId: input.owner.id,
      botId: bot.id,
      clientId: input.clientId ?? `Iv23li${randomBytes(7).toString('hex')}`,
      clientSecret: input.clientSecret ?? randomBytes(20).toString('hex'),
      webhookSecret: input.hookUrl ? randomBytes(20).toString('hex') : null,
      privateKeyPem: '',
      publicKeyPem: '',
      callbackUrls: input.callbackUrls ?? [],
      setupUrl: input.setupUrl ?? null,
      public: input.public ?? false,
      expiringTokens: input.expiringTokens ?? true,
      permissions: input.permissions ?? { issues: 'write', metadata: 'read' },
      events: input.events ?? [],
      kind: input.kind ?? 'github-app',
      createdAt: timestamp(store),
    };
    store.apps.set(app.id, app);
    if (input.hookUrl) {
      addHook(
        store,
        { kind: 'app', appId: app.id },
        { url: input.hookUrl, secret: app.webhookSecret, events: app.events },
      );
    }
    return app;
  });
}

/** The App with its key pair, which is made when it is first needed: it takes a tenth of a second. */
export function withPrivateKey(store: Store, app: App): App {
  const current = store.apps.get(app.id) ?? app;
  if (current.privateKeyPem) return current;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyed: App = {
    ...current,
    privateKeyPem: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  return mutate(store, () => {
    store.apps.set(app.id, keyed);
    return keyed;
  });
}

/** By slug. */
export function findApp(store: Store, slug: string): App | null {
  for (const app of store.apps.values()) if (sameName(app.slug, slug)) return app;
  return null;
}

export function findAppByClient(store: Store, clientId: string): App | null {
  for (const app of store.apps.values()) if (app.clientId === clientId) return app;
  return null;
}

/** @param repositoryIds null for all of the account's, also those to come */
export function installApp(
  store: Store,
  app: App,
  account: User,
  repositoryIds: readonly number[] | null,
): Installation {
  const existing = installationsOf(store, app).find(({ accountId }) => accountId === account.id);
  const installation: Installation = {
    id: existing?.id ?? nextId(store, 'installation'),
    appId: app.id,
    accountId: account.id,
    repositoryIds,
    createdAt: existing?.createdAt ?? timestamp(store),
    suspendedAt: null,
  };
  return mutate(store, () => {
    store.installations.set(installation.id, installation);
    return installation;
  });
}

/** Takes an App off an account; its installation's tokens end with it. */
export function uninstallApp(store: Store, installation: Installation): void {
  mutate(store, () => {
    store.installations.delete(installation.id);
    for (const { token, installationId } of [...store.tokens.values()]) {
      if (installationId === installation.id) store.tokens.delete(token);
    }
  });
}

export function installationsOf(store: Store, app: App): Installation[] {
  return [...store.installations.values()].filter(({ appId }) => appId === app.id);
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
