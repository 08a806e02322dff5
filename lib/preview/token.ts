/**
 * The key in a preview's address: whoever has it may read one issue for a while, and nothing else.
 * It is stateless. Changing the secret it is derived from takes back every link that was given out.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Repository } from '../config';

export interface PreviewKey {
  /** 32 bytes. */
  secret: Buffer;
  repository: Repository;
}

export type PreviewPermission = { kind: 'valid' } | { kind: 'expired' } | { kind: 'forged' };

const WEEK = 7 * 24 * 60 * 60 * 1_000;

/** @param secret a setting that only the site's owner knows, such as `GITHUB_WEBHOOK_SECRET` */
export function derivePreviewKey(secret: string, repository: Repository): PreviewKey {
  const bytes = hkdfSync('sha256', secret, 'issuepress', 'preview links', 32);
  return { secret: Buffer.from(bytes), repository };
}

/**
 * Lives between 14 and 21 days. The end falls on a whole week, so that the same link is written
 * again and again meanwhile and a comment that holds it need not change with every delivery.
 * @param now milliseconds
 */
export function createPreviewToken(key: PreviewKey, number: number, now: number): string {
  const expires = (Math.floor(now / WEEK) + 3) * WEEK;
  const end = Math.floor(expires / 1_000).toString(36);
  return `${end}.${sign(key, ['preview', number, end]).toString('base64url')}`;
}

/** @param token as it stands in the address, from anybody @param now milliseconds */
export function checkPreviewToken(
  key: PreviewKey,
  number: number,
  token: unknown,
  now: number,
): PreviewPermission {
  const match = typeof token === 'string' ? TOKEN.exec(token) : null;
  const [, end, signature] = match ?? [];
  if (!end || !signature) return { kind: 'forged' };
  const expected = sign(key, ['preview', number, end]);
  const given = Buffer.from(signature, 'base64url');
  // A second spelling of the same bytes would be a second token.
  const isGenuine =
    given.length === expected.length &&
    timingSafeEqual(given, expected) &&
    given.toString('base64url') === signature;
  if (!isGenuine) return { kind: 'forged' };
  return Number.parseInt(end, 36) * 1_000 > now ? { kind: 'valid' } : { kind: 'expired' };
}

const TOKEN = /^([0-9a-z]{1,10})\.([\w-]{43})$/;

/** Where open previews of an issue listen for changes; nobody can guess it without a preview. */
export function previewChannel(key: PreviewKey, number: number): string {
  return `/preview/${sign(key, ['channel', number]).toString('base64url')}`;
}

function sign({ secret, repository }: PreviewKey, what: readonly (string | number)[]): Buffer {
  const { owner, name } = repository;
  const message = JSON.stringify([owner.toLowerCase(), name.toLowerCase(), ...what]);
  return createHmac('sha256', secret).update(message).digest();
}
