/** Users, bots and organizations, and the tokens they act with. */
import type { AccountType, Actor, Token, User } from '../model';
import { mutate, nextId, type Store, timestamp } from './core';
import { findUser, userById } from './lookup';

export interface UserInput {
  login: string;
  name?: string | null;
  type?: AccountType;
  bio?: string | null;
  email?: string | null;
}

/** Creates an account; logins with `[bot]` are bots unless the type says otherwise. */
export function createUser(store: Store, input: UserInput): User {
  if (findUser(store, input.login)) throw new Error(`There is a '${input.login}' already.`);
  const time = timestamp(store);
  const user: User = {
    id: nextId(store, 'user'),
    type: input.type ?? (input.login.endsWith('[bot]') ? 'Bot' : 'User'),
    login: input.login,
    name: input.name ?? null,
    email: input.email ?? null,
    bio: input.bio ?? null,
    siteAdmin: false,
    createdAt: time,
    updatedAt: time,
  };
  return mutate(store, () => {
    store.data.users.set(user.id, user);
    return user;
  });
}

/** The account of that login, created if it does not exist. */
export function ensureUser(store: Store, login: string): User {
  return findUser(store, login) ?? createUser(store, { login });
}

/** Deletes an account: what it wrote stays, with REST's `ghost` and GraphQL's null as author. */
export function deleteUser(store: Store, user: User): void {
  mutate(store, () => {
    store.data.users.delete(user.id);
    for (const token of store.tokens.values()) {
      if (token.userId === user.id) store.tokens.delete(token.token);
    }
  });
}

/** Gives an account another login. Nothing that it wrote counts as changed. */
export function renameUser(store: Store, user: User, login: string): User {
  if (findUser(store, login)) throw new Error(`There is a '${login}' already.`);
  return mutate(store, () => {
    const renamed = { ...user, login, updatedAt: timestamp(store) };
    store.data.users.set(user.id, renamed);
    return renamed;
  });
}

export type TokenInput = Pick<Token, 'token' | 'userId'> & Partial<Token>;

/** Makes a token known. Everything but the token and its user has a default: a personal token. */
export function addToken(store: Store, input: TokenInput): Token {
  const token: Token = {
    kind: 'personal',
    appId: null,
    installationId: null,
    scopes: ['repo', 'user'],
    repositoryIds: null,
    permissions: null,
    createdAt: timestamp(store),
    expiresAt: null,
    refreshToken: null,
    refreshExpiresAt: null,
    ...input,
  };
  return mutate(store, () => {
    store.tokens.set(token.token, token);
    return token;
  });
}

export function revokeToken(store: Store, token: string): void {
  mutate(store, () => store.tokens.delete(token));
}

/** Whom a token acts for; null for an unknown, expired or orphaned one. */
export function actorOf(store: Store, text: string): Actor | null {
  const token = store.tokens.get(text);
  const user = token ? userById(store, token.userId) : null;
  if (!token || !user) return null;
  if (token.expiresAt && Date.parse(token.expiresAt) <= store.clock.now()) return null;
  const app = token.appId === null ? null : (store.apps.get(token.appId) ?? null);
  return { user, token, app };
}

/** Somebody acting without a token: the browser's signed-in user, or a seed. */
export function actorFor(user: User): Actor {
  return { user, token: null, app: null };
}
