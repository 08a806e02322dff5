/** Refusals in REST's words. */
import { json, type SandboxResponse } from './http';
import { type RefusalKind, SandboxError } from './store';

const STATUSES: Readonly<Record<RefusalKind, number>> = {
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  unprocessable: 422,
};

const DOCUMENTATION = 'https://docs.github.com/rest';

/** @throws whatever is not a `SandboxError`, as it is a mistake in here */
export function errorResponse(error: unknown): SandboxResponse {
  if (!(error instanceof SandboxError)) throw error;
  const status = STATUSES[error.kind];
  return json(status, {
    message: error.message,
    ...(error.errors.length > 0 && { errors: error.errors }),
    documentation_url: DOCUMENTATION,
    status: String(status),
  });
}
