/** A hook and its deliveries as REST shows them; the secret is starred out. */
import type { Delivery, Hook } from '../model';
import { type Context, repositoryApiUrl } from '../shapes/urls';
import { repositoryById } from '../store';

export function hookShape(context: Context, hook: Hook) {
  const url = hookUrl(context, hook);
  const last = [...context.store.deliveries.values()]
    .reverse()
    .find((one) => one.hookId === hook.id && one.outcome !== 'pending');
  return {
    type: hook.target.kind === 'app' ? 'App' : 'Repository',
    id: hook.id,
    name: 'web',
    active: hook.active,
    events: hook.events,
    config: {
      content_type: hook.contentType,
      url: hook.url,
      insecure_ssl: '0',
      ...(hook.secret !== null && { secret: '********' }),
    },
    updated_at: hook.updatedAt,
    created_at: hook.createdAt,
    url,
    test_url: `${url}/test`,
    ping_url: `${url}/pings`,
    deliveries_url: `${url}/deliveries`,
    last_response: last
      ? { code: last.status || null, status: statusText(last), message: statusText(last) }
      : { code: null, status: 'unused', message: null },
  };
}

function hookUrl(context: Context, hook: Hook): string {
  if (hook.target.kind === 'app') return `${context.apiUrl}/app/hook`;
  const repository = repositoryById(context.store, hook.target.repositoryId);
  return `${repositoryApiUrl(context, repository)}/hooks/${hook.id}`;
}

/** An entry of `GET …/deliveries`. */
export function deliveryShape(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.at,
    redelivery: delivery.redelivery,
    duration: delivery.ms / 1000,
    status: statusText(delivery),
    status_code: delivery.status,
    event: delivery.event,
    action: delivery.action,
    installation_id: null,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

/** `GET …/deliveries/ID`: with what was sent and what came back. */
export function fullDeliveryShape(delivery: Delivery, hook: Hook) {
  const payload: unknown = JSON.parse(delivery.requestBody);
  return {
    ...deliveryShape(delivery),
    url: hook.url,
    request: { headers: delivery.requestHeaders, payload },
    response: { headers: delivery.responseHeaders, payload: delivery.responseBody },
  };
}

function statusText({ outcome, status }: Delivery): string {
  if (outcome === 'pending') return 'pending';
  if (outcome === 'timed out') return 'timed out';
  if (outcome !== 'answered') return 'failed to connect to host';
  return status < 300 ? 'OK' : `Invalid HTTP Response: ${status}`;
}
