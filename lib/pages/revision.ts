/** A page's revision: equal exactly when all that it shows is equal. Open pages compare it. */
import { createHash } from 'node:crypto';

/** @param props plain data */
export function withRevision<Props extends object>(props: Props): Props & { revision: string } {
  const hash = createHash('sha256').update(JSON.stringify(props)).digest('base64url');
  return { ...props, revision: hash.slice(0, 16) };
}
