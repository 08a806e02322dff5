/** Whether a caller knows the secret of a route that only some may ask. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares in a time that tells neither where two texts differ nor how long the secret is. */
export function isSameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

/** @param header the request's `Authorization` */
export function isBearer(header: string | undefined, secret: string): boolean {
  return isSameSecret(header ?? '', `Bearer ${secret}`);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
