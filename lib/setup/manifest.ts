/**
 * The manifest from which GitHub registers the blog's App: permissions, events and addresses, right by
 * construction. Source: "Registering a GitHub App from a manifest" in GitHub's docs.
 */
import type { Repository } from '../config';
import {
  absoluteUrl,
  CALLBACK_PATH,
  homePath,
  SETUP_CREATED_PATH,
  SETUP_PATH,
  WEBHOOK_PATH,
} from '../paths';
import { isNearby } from './finding';
import { APP_PERMISSIONS, WEBHOOK_EVENTS } from './required';

export interface ManifestOptions {
  repository: Repository;
  /** The public address of the site, where deliveries and readers come to. */
  siteUrl: string;
  /** Where the person who sets up is looking at the site, and comes back to. */
  origin: string;
  /** Whether GitHub itself is only near, so that it reaches what is near. */
  isGitHubNearby: boolean;
}

/** Names of Apps are unique over all of GitHub and at most this long. */
const LONGEST_NAME = 34;

/** @returns what GitHub takes as JSON; without `hook_attributes` where it cannot reach the site */
export function buildManifest({ repository, siteUrl, origin, isGitHubNearby }: ManifestOptions) {
  const isReachable = isGitHubNearby || !isNearby(siteUrl);
  return {
    name: appName(repository, siteUrl),
    url: absoluteUrl(siteUrl, homePath()),
    description: `Publishes the issues of ${repository.owner}/${repository.name} at ${siteUrl}.`,
    // GitHub refuses a manifest whose webhook leads to localhost; without one the App has none.
    ...(isReachable && { hook_attributes: { url: `${siteUrl}${WEBHOOK_PATH}`, active: true } }),
    redirect_url: `${origin}${SETUP_CREATED_PATH}`,
    callback_urls: [...new Set([siteUrl, origin])].map((url) => `${url}${CALLBACK_PATH}`),
    setup_url: `${siteUrl}${SETUP_PATH}`,
    // Of a private App nobody but its owner could sign in.
    public: true,
    default_permissions: APP_PERMISSIONS,
    default_events: [...WEBHOOK_EVENTS],
  };
}

/** Of the host, which is nobody else's; or of the repository, where the host is everybody's. */
function appName({ owner, name }: Repository, siteUrl: string): string {
  const text = isNearby(siteUrl) ? `${owner} ${name}` : new URL(siteUrl).hostname;
  return text.slice(0, LONGEST_NAME).replace(/[\s.-]+$/, '');
}
