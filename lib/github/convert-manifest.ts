/** The one exchange of a manifest's code for the new App and its secrets. */
import type { Inquire } from './inquire';

export interface NewApp {
  id: number;
  name: string;
  /** Its page on GitHub. */
  url: string;
  clientId: string;
  clientSecret: string;
  /** Null where the manifest had no webhook. */
  webhookSecret: string | null;
  /** The private key. */
  pem: string;
}

export type Conversion =
  | { kind: 'app'; app: NewApp }
  /** Used before, older than an hour, or never issued. */
  | { kind: 'used' }
  | { kind: 'down' };

/** It never rejects. @param code from the query of the way back */
export async function convertManifest(ask: Inquire, code: string): Promise<Conversion> {
  if (!/^[\w-]{1,200}$/.test(code)) return { kind: 'used' };
  const path = `/app-manifests/${code}/conversions`;
  const { status, body } = await ask({ method: 'POST', path, as: 'nobody' });
  if (status === 404 || status === 422) return { kind: 'used' };
  const app = status === 201 ? readApp(Object(body)) : null;
  return app ? { kind: 'app', app } : { kind: 'down' };
}

function readApp(fields: Readonly<Record<string, unknown>>): NewApp | null {
  const { id, name, html_url: url, client_id: clientId, client_secret: clientSecret } = fields;
  const { webhook_secret: webhookSecret, pem } = fields;
  if (typeof id !== 'number' || typeof name !== 'string' || typeof url !== 'string') return null;
  if (typeof clientId !== 'string' || typeof clientSecret !== 'string') return null;
  if (typeof pem !== 'string') return null;
  return {
    id,
    name,
    url,
    clientId,
    clientSecret,
    webhookSecret: typeof webhookSecret === 'string' ? webhookSecret : null,
    pem,
  };
}
