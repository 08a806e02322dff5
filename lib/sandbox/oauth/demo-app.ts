/**
 * The GitHub App through which readers sign in to the demo. It is there from the start, installed on
 * the owner's account, so that the site only needs its client id and secret.
 */
import type { App } from '../model';
import { findUser, type Store } from '../store';
import { createApp, findAppByClient, installApp } from './apps';

/** For `GITHUB_CLIENT_ID` and `GITHUB_CLIENT_SECRET` of the demo's site. Secret to nobody. */
export const DEMO_CLIENT = {
  id: 'Iv23liEmbeddedDemoApp',
  secret: 'embedded-demo-client-secret-0123456789ab',
} as const;

/** The demo's App, made and installed if the store has none yet. */
export function ensureDemoApp(store: Store): App | null {
  const existing = findAppByClient(store, DEMO_CLIENT.id);
  if (existing) return existing;
  const owner = findUser(store, 'octocat');
  if (!owner) return null;
  const app = createApp(store, {
    name: 'Issuepress demo',
    owner,
    externalUrl: 'http://127.0.0.1:3000',
    // Loopback addresses are compared without their port: see `redirects.ts`.
    callbackUrls: ['http://127.0.0.1/api/auth/callback'],
    public: true,
    clientId: DEMO_CLIENT.id,
    clientSecret: DEMO_CLIENT.secret,
    // Files, because images of posts are committed to the repository.
    permissions: { contents: 'write', issues: 'write', metadata: 'read' },
  });
  installApp(store, app, owner, null);
  return app;
}
