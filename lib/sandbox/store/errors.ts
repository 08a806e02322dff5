/** What the store refuses, before REST or GraphQL put it into their own words. */

export type RefusalKind =
  | 'bad-request'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'unprocessable'
  | 'conflict';

export interface FieldError {
  resource: string;
  field: string;
  code: string;
  message?: string;
  value?: unknown;
}

export class SandboxError extends Error {
  override name = 'SandboxError';

  /** @param errors the list REST shows with a 422 */
  constructor(
    readonly kind: RefusalKind,
    message: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(message);
  }
}

export function notFound(message = 'Not Found'): SandboxError {
  return new SandboxError('not-found', message);
}

export function forbidden(message = 'Must have admin rights to Repository.'): SandboxError {
  return new SandboxError('forbidden', message);
}

export function invalid(
  resource: string,
  field: string,
  code: string,
  message?: string,
): SandboxError {
  return new SandboxError('unprocessable', 'Validation Failed', [
    { resource, field, code, ...(message ? { message } : {}) },
  ]);
}
