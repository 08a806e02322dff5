/** An App proves itself with a JWT signed by its private key (RS256, at most ten minutes). */
import { createPublicKey, verify } from 'node:crypto';
import type { SandboxRequest } from '../http';
import type { App } from '../model';
import { isFields } from '../rest/fields';
import { SandboxError, type Store } from '../store';
import { findAppByClient } from './apps';

const MAX_LIFE = 600;
/** How far apart the two machines' clocks may be, in seconds. */
const DRIFT = 60;

/**
 * Whose JWT came with the request. It is compared with the machine's clock, not the store's: the
 * client signs it with its own.
 * @throws SandboxError `unauthorized`, in GitHub's words
 */
export function requireApp(request: SandboxRequest): App {
  const { token, primary } = request;
  const [head = '', body = '', signature = ''] = (token ?? '').split('.');
  const header = decode(head);
  const claims = decode(body);
  if (header?.alg !== 'RS256' || !claims) throw refuse('A JSON web token could not be decoded');
  const app = findIssuer(primary, claims.iss);
  if (!app) throw refuse("'Issuer' claim ('iss') must be an Integer");
  const signed = Buffer.from(`${head}.${body}`);
  const valid =
    app.publicKeyPem !== '' &&
    verify(
      'sha256',
      signed,
      createPublicKey(app.publicKeyPem),
      Buffer.from(signature, 'base64url'),
    );
  if (!valid) throw refuse('A JSON web token could not be decoded');
  checkTimes(claims, Date.now() / 1000);
  return app;
}

function checkTimes({ iat, exp }: Record<string, unknown>, now: number): void {
  if (typeof exp !== 'number')
    throw refuse("'Expiration time' claim ('exp') must be a numeric value");
  if (typeof iat !== 'number' || iat > now + DRIFT) {
    throw refuse(
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (exp <= now) throw refuse("'Expiration time' claim ('exp') must be in the future");
  if (exp > now + MAX_LIFE + DRIFT || exp - iat > MAX_LIFE + DRIFT) {
    throw refuse("'Expiration time' claim ('exp') is too far in the future");
  }
}

/** The issuer is the App's id, as a number or a text, or its client id. */
function findIssuer(store: Store, issuer: unknown): App | null {
  if (typeof issuer !== 'string' && typeof issuer !== 'number') return null;
  return store.apps.get(Number(issuer)) ?? findAppByClient(store, String(issuer));
}

function decode(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function refuse(message: string): SandboxError {
  return new SandboxError('unauthorized', message);
}
