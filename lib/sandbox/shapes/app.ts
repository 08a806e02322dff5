/** A GitHub App as REST and webhooks show it; nothing secret in it. */
import type { App } from '../model';
import { nodeId, userById } from '../store';
import type { Context } from './urls';
import { userShape } from './user';

export function appShape(context: Context, app: App) {
  const { store } = context;
  return {
    id: app.id,
    client_id: app.clientId,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    owner: userShape(context, userById(store, app.ownerId)),
    name: app.name,
    description: app.description,
    external_url: app.externalUrl,
    html_url: `${store.origin}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
  };
}
