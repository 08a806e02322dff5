/** All checks, in the order in which they are worth reading. */

import { createInquirer } from '../github/inquire';
import type { SettingsInspection } from '../inspect-settings';
import { checkCredentials } from './checks/credentials';
import { checkExtras } from './checks/extras';
import { checkInstallation } from './checks/installation';
import { checkLabel } from './checks/label';
import { checkPrivateKey } from './checks/private-key';
import { checkRateLimit } from './checks/rate-limit';
import { checkRepository } from './checks/repository';
import { checkRights } from './checks/rights';
import { checkSettings } from './checks/settings';
import { checkSignIn } from './checks/sign-in';
import { checkSiteAddress } from './checks/site-address';
import { checkSiteAnswers } from './checks/site-answers';
import { checkTemplate } from './checks/template';
import { checkWebhook } from './checks/webhook';
import type { Check, Finding, Subject } from './finding';

const ALONE: readonly Check[] = [checkSettings, checkSiteAddress, checkPrivateKey];
const AT_GITHUB: readonly Check[] = [
  checkCredentials,
  checkInstallation,
  checkRepository,
  checkRights,
  checkRateLimit,
];
/** These say nothing while the credentials or the repository are not right. */
const IN_REPOSITORY: readonly Check[] = [checkLabel, checkTemplate, checkWebhook];

export interface ExamineOptions {
  fetch?: typeof fetch;
  now?: number;
  /** Under which address the site was asked, for a look from the site itself; else null. */
  origin?: string | null;
}

/** @returns at least one finding */
export async function examine(
  inspection: SettingsInspection,
  { fetch, now = Date.now(), origin = null }: ExamineOptions = {},
): Promise<Finding[]> {
  const { config } = inspection;
  const ask = createInquirer({ ...config, ...(fetch && { fetch }) });
  const subject: Subject = { ...inspection, ask, now, origin };
  const run = async (checks: readonly Check[]) =>
    (await Promise.all(checks.map((check) => check(subject)))).flat();
  const alone = await run(ALONE);
  const atGitHub = await run(AT_GITHUB);
  const blocked = [...alone, ...atGitHub].some(
    ({ id, state }) => state === 'fail' && BLOCKING.has(id),
  );
  const canAsk = config.repository !== null && config.credentials !== null && !blocked;
  const inRepository = canAsk ? await run(IN_REPOSITORY) : [];
  const around = await run([
    checkSignIn,
    ...(origin === null ? [checkSiteAnswers] : []),
    checkExtras,
  ]);
  return [...alone, ...atGitHub, ...inRepository, ...around];
}

const BLOCKING = new Set(['private-key', 'credentials', 'installation']);

/** Whether anything stands between the blog and its readers. */
export function hasFailed(findings: readonly Finding[]): boolean {
  return findings.some(({ state }) => state === 'fail');
}
