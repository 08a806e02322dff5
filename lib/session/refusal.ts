/** Why a participant's request is not carried out; `participantRoute` makes the answer of it. */
import {
  GitHubError,
  GitHubForbiddenError,
  GitHubNotFoundError,
  GitHubRateLimitError,
  GitHubRejectedError,
  GitHubUnauthorizedError,
} from '../github/errors';
import type { RefusalCode } from '../i18n/refusal-words';

export interface RefusalDetails {
  /** In the site's language; the usual sentence of the code when left out. */
  message?: string;
  /** Seconds after which it is worth trying again. */
  retryAfter?: number;
}

/** Handlers may throw it, too. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly details: RefusalDetails;

  /** @param code one of ours, or the handler's own together with a message */
  constructor(status: number, code: RefusalCode, details?: RefusalDetails);
  constructor(
    status: number,
    code: string,
    details: RefusalDetails & Required<Pick<RefusalDetails, 'message'>>,
  );
  constructor(status: number, code: string, details: RefusalDetails = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Seconds after which GitHub may answer again. */
const SOON = 5;

/** @param now milliseconds @returns null for what is nobody's refusal but a fault of ours */
export function toRefusal(error: unknown, now: number): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof GitHubUnauthorizedError) return new Refusal(401, 'signed-out');
  if (error instanceof GitHubForbiddenError) return new Refusal(403, 'forbidden');
  if (error instanceof GitHubNotFoundError) return new Refusal(404, 'not-found');
  if (error instanceof GitHubRejectedError) return new Refusal(422, 'rejected');
  if (error instanceof GitHubRateLimitError) {
    const seconds = Math.max(1, Math.ceil((error.resetAt.getTime() - now) / 1000));
    return new Refusal(429, 'github-limit', { retryAfter: seconds });
  }
  if (error instanceof GitHubError) return new Refusal(503, 'github-down', { retryAfter: SOON });
  return null;
}
