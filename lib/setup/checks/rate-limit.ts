/** A check at GitHub that warns before the blog has to wait. */
import { valueAt } from '../../unknown-fields';
import { type Check, ok, warn } from '../finding';

/** How many calls are left of this hour's. Asking costs none. */
export const checkRateLimit: Check = async ({ config, ask, now }) => {
  if (!config.credentials) return [];
  const answer = await ask({ method: 'GET', path: '/rate_limit', as: 'blog' });
  // An Enterprise server without limits answers 404; wrong credentials are another check's.
  if (answer.status !== 200) return [];
  const limit = Number(valueAt(answer.body, 'resources', 'graphql', 'limit'));
  const remaining = Number(valueAt(answer.body, 'resources', 'graphql', 'remaining'));
  const reset = Number(valueAt(answer.body, 'resources', 'graphql', 'reset')) * 1000;
  if (!Number.isFinite(limit) || !Number.isFinite(remaining)) return [];
  const sentence = `${remaining} of ${limit} calls are left of this hour's.`;
  if (remaining > limit / 10) return [ok('rate-limit', sentence)];
  const minutes = Math.max(1, Math.ceil((reset - now) / 60_000));
  return [
    warn(
      'rate-limit',
      sentence,
      `It is full again in ${minutes} min. Something else uses the same token or App; give the blog its own.`,
    ),
  ];
};
