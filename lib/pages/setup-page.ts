/** What `/setup` shows: how to go on, a closed door, or how the blog is. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createInquirer } from '../github/inquire';
import { type SetupWords, setupWords } from '../i18n/setup';
import { inspectSettings, type SettingsInspection } from '../inspect-settings';
import { WEBHOOK_PATH } from '../paths';
import { templateAddress } from '../setup/add-template';
import { beginAttempt, parseRepository } from '../setup/attempt';
import { findVisitor, type Visitor } from '../setup/door';
import { newSecret } from '../setup/environment';
import { examine } from '../setup/examine';
import { type Finding, isNearby } from '../setup/finding';
import { buildManifest } from '../setup/manifest';
import { isAddressGiven, originOf } from '../setup/origin';
import { WEBHOOK_EVENTS } from '../setup/required';
import { textAt } from '../unknown-fields';
import { type SiteProps, siteProps } from './page-result';

export type SetupPageProps = SiteProps & { words: SetupWords } & (
    | { kind: 'repository'; given: string | null }
    | ({ kind: 'connect' } & ConnectProps)
    | { kind: 'door'; visitor: Exclude<Visitor, { kind: 'steward' }>; tried: string | null }
    | { kind: 'checks'; findings: Finding[]; label: string; templateUrl: string | null }
  );

export interface ConnectProps {
  /** `owner/name`. */
  repository: string;
  siteUrl: string;
  /** Whether GitHub's deliveries can come to that address. */
  isReachable: boolean;
  /** Where the form with the manifest goes. */
  registerUrl: string;
  /** JSON. */
  manifest: string;
  appName: string;
  token: {
    makeUrl: string;
    hookUrl: string;
    deliveriesTo: string;
    events: string;
    settings: { name: string; value: string }[];
  };
}

export interface SetupRequest {
  request: IncomingMessage;
  response: ServerResponse;
  query: Readonly<Record<string, string | string[] | undefined>>;
}

/** It rejects only for a bug. */
export async function loadSetupPage(asked: SetupRequest): Promise<SetupPageProps> {
  const inspection = inspectSettings();
  const { config } = inspection;
  const common = { ...siteProps(config), words: setupWords(config.site.language) };
  if (isConfigured(inspection)) return { ...common, ...(await lookThroughDoor(asked, inspection)) };
  const given = textOf(asked.query.repository);
  const isAskedAnew = asked.query.repository === '';
  const known = isAskedAnew ? null : config.repository;
  const repository = given === null ? known : parseRepository(given);
  if (!repository) return { ...common, kind: 'repository', given };
  return { ...common, kind: 'connect', ...(await connect(asked, inspection, repository)) };
}

/** Once a repository can be read, strangers see nothing of how. */
export function isConfigured({ config }: SettingsInspection): boolean {
  return config.repository !== null && config.credentials !== null;
}

async function lookThroughDoor(
  { request, response, query }: SetupRequest,
  inspection: SettingsInspection,
) {
  const { config } = inspection;
  const visitor = await findVisitor(request, response, config);
  if (visitor.kind !== 'steward') {
    const tried = textOf(query.setup_action);
    return { kind: 'door' as const, visitor, tried };
  }
  const findings = await examine(inspection, { origin: originOf(request, config.site.url) });
  return {
    kind: 'checks' as const,
    findings,
    label: config.publishLabel,
    templateUrl: templateAddress(config),
  };
}

async function connect(
  { request, response }: SetupRequest,
  { config, given }: SettingsInspection,
  repository: { owner: string; name: string },
): Promise<ConnectProps> {
  const { apiUrl, serverUrl } = config;
  const origin = originOf(request, config.site.url);
  const siteUrl = isAddressGiven(given) ? config.site.url : origin;
  const isGitHubNearby = isNearby(apiUrl);
  const { state } = beginAttempt(request, response, repository, origin);
  const manifest = buildManifest({ repository, siteUrl, origin, isGitHubNearby });
  const account = await accountPath(config, repository.owner);
  const fullName = `${repository.owner}/${repository.name}`;
  return {
    repository: fullName,
    siteUrl,
    isReachable: manifest.hook_attributes !== undefined,
    registerUrl: `${serverUrl}${account}/settings/apps/new?state=${state}`,
    manifest: JSON.stringify(manifest),
    appName: manifest.name,
    token: {
      makeUrl: tokenUrl(serverUrl, repository.owner, siteUrl),
      hookUrl: `${serverUrl}/${fullName}/settings/hooks/new`,
      deliveriesTo: `${siteUrl}${WEBHOOK_PATH}`,
      events: WEBHOOK_EVENTS.join(', '),
      settings: [
        { name: 'GITHUB_REPOSITORY', value: fullName },
        { name: 'GITHUB_WEBHOOK_SECRET', value: newSecret() },
        { name: 'SITE_URL', value: siteUrl },
      ],
    },
  };
}

/** An organization's Apps are registered at another address than a person's. */
async function accountPath(config: SettingsInspection['config'], owner: string): Promise<string> {
  const ask = createInquirer(config);
  const { body } = await ask({ method: 'GET', path: `/users/${owner}`, as: 'nobody' });
  return textAt(body, 'type') === 'Organization' ? `/organizations/${owner}` : '';
}

/** Filled in as "Managing your personal access tokens" in GitHub's docs says. */
function tokenUrl(serverUrl: string, owner: string, siteUrl: string): string {
  const query = new URLSearchParams({
    name: new URL(siteUrl).host.slice(0, 40),
    description: `Reads and answers the posts of ${siteUrl}`,
    target_name: owner,
    issues: 'write',
  });
  return `${serverUrl}/settings/personal-access-tokens/new?${query}`;
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value.trim() ? value.trim().slice(0, 200) : null;
}
