/** One turn of reconciliation in one process of all that share a cache. */

import path from 'node:path';
import { getShared } from '../cache/shared';
import { withSharedLock } from '../cache/shared-lock';
import { type DeliveryLog, openDeliveryLog } from '../github/deliveries';
import { absoluteUrl, WEBHOOK_PATH } from '../paths';
import type { Blog } from '../posts/blog';
import type { DeliveryTools } from '../webhook/delivery-tools';
import { withFileLock } from './lock';
import { type Reconciliation, reconcile } from './reconcile';
import { redeliverFailed } from './redeliver';

export interface Turn extends Reconciliation {
  /** Deliveries that GitHub was asked to send again; null where nobody looked, or may. */
  redelivered: number | null;
}

export interface TurnOptions {
  deadline: number;
  isSweep: boolean;
  /** Also look through GitHub's log of deliveries. */
  looksAtLog: boolean;
}

/** What `/api/health` tells of the last turn. */
export interface TurnState {
  /** ISO 8601. */
  at: string;
  found: number;
  failed: number;
  left: number;
}

declare global {
  var issuepressLastTurn: TurnState | undefined;
  var issuepressDeliveryLog: DeliveryLog | undefined;
}

/** Longer than a turn can take, in milliseconds: whoever holds the lock longer is dead. */
const LONGEST_TURN = 90_000;

/** @returns null where another process is at it @throws GitHubError when GitHub cannot be asked */
export async function runTurn(tools: DeliveryTools, options: TurnOptions): Promise<Turn | null> {
  const { blog } = tools;
  const file = path.resolve(blog.config.cacheDirectory, 'reconciling');
  return withLock(file, async () => {
    const result = await reconcile(tools, options);
    const at = new Date().toISOString();
    const { found, failed, left } = result;
    globalThis.issuepressLastTurn = { at, found: found.length, failed: failed.length, left };
    const redelivered = options.looksAtLog ? await lookAtLog(blog) : null;
    return { ...result, redelivered };
  });
}

/** Among all that share a Redis, else among all that share a folder. */
function withLock(file: string, work: () => Promise<Turn>): Promise<Turn | null> {
  const shared = getShared();
  return shared?.isOpen()
    ? withSharedLock(shared, 'reconciling', LONGEST_TURN, work)
    : withFileLock(file, LONGEST_TURN, work);
}

function lookAtLog({ config, github }: Blog): Promise<number | null> {
  const { credentials, apiUrl, site } = config;
  if (!credentials) return Promise.resolve(null);
  const { repository } = github;
  const hookUrl = absoluteUrl(site.url, WEBHOOK_PATH);
  globalThis.issuepressDeliveryLog ??= openDeliveryLog({
    credentials,
    repository,
    apiUrl,
    hookUrl,
  });
  return redeliverFailed(globalThis.issuepressDeliveryLog, Date.now());
}
