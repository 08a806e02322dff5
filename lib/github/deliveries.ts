/**
 * The log of webhook deliveries, over REST: an App sees its own hook's, a token those of the
 * repository's hooks where it may. Source: "Handling failed webhook deliveries" in GitHub's docs.
 */
import { createAppAuth } from '@octokit/auth-app';
import { request } from '@octokit/request';
import type { Config, Repository } from '../config';
import { entriesOf, numberAt, textAt } from '../unknown-fields';
import { interpretError } from './interpret-error';
import { USER_AGENT } from './user-agent';

export interface DeliveryLogOptions {
  credentials: NonNullable<Config['credentials']>;
  repository: Repository;
  apiUrl: string;
  /** Where the hook sends to. */
  hookUrl: string;
}

export interface LoggedDelivery {
  id: number;
  /** The same for every attempt. */
  guid: string;
  /** Of this attempt, in milliseconds. */
  at: number;
  /** HTTP's status; 0 where nobody answered. */
  status: number;
}

export interface DeliveryLog {
  /** The newest hundred attempts, newest first. @throws GitHubError */
  list(): Promise<LoggedDelivery[]>;
  /** @throws GitHubError */
  redeliver(id: number): Promise<void>;
}

/** Milliseconds for one call. */
const PATIENCE = 5_000;

/** Asks for nothing yet; the hook is looked for with the first question. */
export function openDeliveryLog(options: DeliveryLogOptions): DeliveryLog {
  const { credentials, repository, apiUrl, hookUrl } = options;
  const call = request.defaults({ baseUrl: apiUrl, headers: { 'user-agent': USER_AGENT } });
  const app = credentials.kind === 'app' ? createAppAuth({ ...credentials, request: call }) : null;
  let hook: Promise<string> | null = null;

  async function ask(route: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    const authorization = app
      ? `bearer ${(await app({ type: 'app' })).token}`
      : `token ${credentials.kind === 'token' ? credentials.token : ''}`;
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const { data } = await call(route, {
        ...parameters,
        headers: { authorization },
        request: { signal },
      });
      return data;
    } catch (error) {
      throw interpretError(error, Date.now());
    }
  }

  /** The address below which the hook's deliveries are. */
  async function findHook(): Promise<string> {
    if (app) return '/app/hook';
    const base = `/repos/${repository.owner}/${repository.name}/hooks`;
    const hooks = await ask(`GET ${base}`, { per_page: 100 });
    const ours = entriesOf(hooks).find((one) => textAt(one, 'config', 'url') === hookUrl);
    return ours ? `${base}/${numberAt(ours, 'id') ?? 0}` : '';
  }

  async function place(): Promise<string> {
    hook ??= findHook();
    hook.catch(() => {
      hook = null;
    });
    return hook;
  }

  return {
    async list() {
      const base = await place();
      if (!base) return [];
      const attempts = await ask(`GET ${base}/deliveries`, { per_page: 100 });
      return entriesOf(attempts).map((one) => ({
        id: numberAt(one, 'id') ?? 0,
        guid: textAt(one, 'guid') ?? '',
        at: Date.parse(textAt(one, 'delivered_at') ?? ''),
        status: numberAt(one, 'status_code') ?? 0,
      }));
    },
    async redeliver(id) {
      await ask(`POST ${await place()}/deliveries/${id}/attempts`);
    },
  };
}
