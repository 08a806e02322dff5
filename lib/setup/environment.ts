/** The settings that a new App gives, as they are pasted or saved. */
import { randomBytes } from 'node:crypto';
import type { Repository } from '../config';
import type { NewApp } from '../github/convert-manifest';

export interface Setting {
  name: string;
  value: string;
}

export interface EnvironmentOptions {
  app: NewApp;
  repository: Repository;
  siteUrl: string;
  /** Others than github.com's, for an Enterprise server; else null. */
  apiUrl: string | null;
  serverUrl: string | null;
  /** On Vercel the address is known, and a cron needs a secret. */
  isVercel: boolean;
}

/** @returns only settings with a value, with fresh secrets, in the order to show them */
export function buildEnvironment(options: EnvironmentOptions): Setting[] {
  const { app, repository, siteUrl, apiUrl, serverUrl, isVercel } = options;
  const values: Record<string, string | null> = {
    GITHUB_REPOSITORY: `${repository.owner}/${repository.name}`,
    GITHUB_APP_ID: String(app.id),
    // One word, which no editor bends.
    GITHUB_APP_PRIVATE_KEY: Buffer.from(app.pem).toString('base64'),
    GITHUB_WEBHOOK_SECRET: app.webhookSecret ?? newSecret(),
    GITHUB_CLIENT_ID: app.clientId,
    GITHUB_CLIENT_SECRET: app.clientSecret,
    SESSION_SECRET: newSecret(),
    // These settings let everybody sign in, which is not to say that everybody publishes here.
    PUBLISH_AUTHORS: 'collaborators',
    SITE_URL: isVercel ? null : siteUrl,
    CRON_SECRET: isVercel ? newSecret() : null,
    GITHUB_API_URL: apiUrl,
    GITHUB_SERVER_URL: serverUrl,
  };
  return Object.entries(values).flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** 256 bits, as 43 letters, digits, hyphens and underscores. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** As a `.env` file: no value needs quotes. */
export function formatEnvironment(settings: readonly Setting[]): string {
  return settings.map(({ name, value }) => `${name}=${value}\n`).join('');
}
