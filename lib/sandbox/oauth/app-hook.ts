/** An App's one hook, as it sees it: configuration and deliveries. */
import { json, readJson, type SandboxResponse } from '../http';
import type { Delivery, Hook } from '../model';
import { isFields } from '../rest/fields';
import { paged } from '../rest/paging';
import { numberParam, type RestRequest, type Route } from '../rest/router';
import { notFound } from '../store';
import { delivererOf } from '../webhooks/deliver';
import { deliveryShape, fullDeliveryShape } from '../webhooks/hook-shape';
import { updateHook } from '../webhooks/hooks';
import { requireApp } from './app-jwt';

export const APP_HOOK_ROUTES: readonly Route[] = [
  ['GET', '/app/hook/config', (request) => json(200, configuration(hookOf(request)))],
  ['PATCH', '/app/hook/config', configure],
  ['GET', '/app/hook/deliveries', listDeliveries],
  ['GET', '/app/hook/deliveries/:delivery', readDelivery],
  ['POST', '/app/hook/deliveries/:delivery/attempts', redeliver],
];

function hookOf(request: RestRequest): Hook {
  const { id } = requireApp(request);
  for (const hook of request.primary.hooks.values()) {
    if (hook.target.kind === 'app' && hook.target.appId === id) return hook;
  }
  throw notFound();
}

function configuration(hook: Hook) {
  return {
    content_type: hook.contentType,
    insecure_ssl: '0',
    url: hook.url,
    ...(hook.secret !== null && { secret: '********' }),
  };
}

function configure(request: RestRequest): SandboxResponse {
  const hook = hookOf(request);
  const body = readJson(request);
  const { url, secret } = isFields(body) ? body : {};
  const changed = updateHook(request.primary, hook, {
    ...(typeof url === 'string' && { url }),
    ...(typeof secret === 'string' && { secret }),
  });
  return json(200, configuration(changed));
}

/** Newest first. */
function listDeliveries(request: RestRequest): SandboxResponse {
  const { id } = hookOf(request);
  const deliveries = [...request.primary.deliveries.values()]
    .filter(({ hookId }) => hookId === id)
    .reverse();
  return paged(request, deliveries, deliveryShape);
}

function deliveryOf(request: RestRequest, hook: Hook): Delivery {
  const delivery = request.primary.deliveries.get(numberParam(request, 'delivery'));
  if (delivery?.hookId !== hook.id) throw notFound();
  return delivery;
}

function readDelivery(request: RestRequest): SandboxResponse {
  const hook = hookOf(request);
  return json(200, fullDeliveryShape(deliveryOf(request, hook), hook));
}

function redeliver(request: RestRequest): SandboxResponse {
  const delivery = deliveryOf(request, hookOf(request));
  void delivererOf(request.primary).redeliver(delivery);
  return json(202, {});
}
