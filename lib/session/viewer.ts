/** Who is signed in, as browsers may know it. */
import { isFields } from '../unknown-fields';

export interface Viewer {
  login: string;
  /** The name they go by; the login where they have none. */
  name: string;
  avatarUrl: string;
  /** Their page on GitHub. */
  url: string;
  /** Whether a post they write would be published, by the blog's policy and their rights on GitHub. */
  mayWrite: boolean;
}

/** What `/api/session` answers. */
export interface SessionAnswer {
  /** Whether this blog has signing in set up. */
  canSignIn: boolean;
  viewer: Viewer | null;
}

/** @returns what a browser was told, or null if it is something else */
export function readSessionAnswer(value: unknown): SessionAnswer | null {
  if (!isFields(value) || typeof value.canSignIn !== 'boolean') return null;
  return { canSignIn: value.canSignIn, viewer: readViewer(value.viewer) };
}

/** @returns null unless every field is there */
export function readViewer(value: unknown): Viewer | null {
  if (!isFields(value)) return null;
  const { login, name, avatarUrl, url, mayWrite } = value;
  const isViewer =
    typeof login === 'string' &&
    typeof name === 'string' &&
    typeof avatarUrl === 'string' &&
    typeof url === 'string' &&
    typeof mayWrite === 'boolean';
  return isViewer ? { login, name, avatarUrl, url, mayWrite } : null;
}
