/** A repository's hooks, their pings and deliveries. Only for its admins. */
import { json, type SandboxResponse } from '../http';
import type { Delivery, Hook, Repository } from '../model';
import { notFound, requirePermission } from '../store';
import { delivererOf } from '../webhooks/deliver';
import { deliveryShape, fullDeliveryShape, hookShape } from '../webhooks/hook-shape';
import {
  createHook,
  deleteHook,
  type HookInput,
  hooksOf,
  pingHook,
  updateHook,
} from '../webhooks/hooks';
import { booleanField, type Fields, isFields, listField, readFields, textField } from './fields';
import { paged } from './paging';
import { numberParam, type RestRequest, type Route, repositoryParam, signedIn } from './router';

const BASE = '/repos/:owner/:repo/hooks';

export const HOOK_ROUTES: readonly Route[] = [
  ['GET', BASE, list],
  ['POST', BASE, create],
  ['GET', `${BASE}/:id`, (request) => json(200, hookShape(request.context, hookParam(request)))],
  ['PATCH', `${BASE}/:id`, update],
  ['DELETE', `${BASE}/:id`, remove],
  ['POST', `${BASE}/:id/pings`, ping],
  ['POST', `${BASE}/:id/tests`, ping],
  ['GET', `${BASE}/:id/deliveries`, listDeliveries],
  ['GET', `${BASE}/:id/deliveries/:delivery`, readDelivery],
  ['POST', `${BASE}/:id/deliveries/:delivery/attempts`, redeliver],
];

/** GitHub hides hooks from everybody but admins. */
function adminRepository(request: RestRequest): Repository {
  const repository = repositoryParam(request);
  try {
    requirePermission(request.store, repository, signedIn(request), 'admin');
  } catch {
    throw notFound();
  }
  return repository;
}

function hookParam(request: RestRequest): Hook {
  const id = numberParam(request, 'id');
  const hook = hooksOf(request.store, adminRepository(request)).find((one) => one.id === id);
  if (!hook) throw notFound();
  return hook;
}

function list(request: RestRequest): SandboxResponse {
  const hooks = hooksOf(request.store, adminRepository(request));
  return paged(request, hooks, (hook) => hookShape(request.context, hook));
}

function create(request: RestRequest): SandboxResponse {
  const repository = adminRepository(request);
  const input = readHook(readFields(request));
  const hook = createHook(request.primary, signedIn(request), repository, {
    ...input,
    url: input.url ?? '',
  });
  const shape = hookShape(request.written, hook);
  return json(201, shape, { location: shape.url });
}

function readHook(fields: Fields): Partial<HookInput> {
  const config = isFields(fields.config) ? fields.config : {};
  const url = textField(config, 'url');
  const contentType = textField(config, 'content_type');
  return {
    ...(url !== undefined && { url }),
    secret: textField(config, 'secret'),
    contentType: contentType === undefined ? undefined : contentType === 'json' ? 'json' : 'form',
    events: listField(fields, 'events', 'name'),
    active: booleanField(fields, 'active'),
  };
}

function update(request: RestRequest): SandboxResponse {
  const hook = updateHook(request.primary, hookParam(request), readHook(readFields(request)));
  return json(200, hookShape(request.written, hook));
}

function remove(request: RestRequest): SandboxResponse {
  deleteHook(request.primary, hookParam(request));
  return { status: 204 };
}

function ping(request: RestRequest): SandboxResponse {
  const hook = hookParam(request);
  pingHook(request.primary, signedIn(request), repositoryParam(request), hook);
  return { status: 204 };
}

/** Newest first. */
function listDeliveries(request: RestRequest): SandboxResponse {
  const { id } = hookParam(request);
  const deliveries = [...request.store.deliveries.values()]
    .filter(({ hookId }) => hookId === id)
    .reverse();
  return paged(request, deliveries, deliveryShape);
}

function deliveryParam(request: RestRequest, hook: Hook): Delivery {
  const delivery = request.store.deliveries.get(numberParam(request, 'delivery'));
  if (delivery?.hookId !== hook.id) throw notFound();
  return delivery;
}

function readDelivery(request: RestRequest): SandboxResponse {
  const hook = hookParam(request);
  return json(200, fullDeliveryShape(deliveryParam(request, hook), hook));
}

function redeliver(request: RestRequest): SandboxResponse {
  const delivery = deliveryParam(request, hookParam(request));
  void delivererOf(request.primary).redeliver(delivery);
  return json(202, {});
}
