/**
 * What can go wrong between the blog and GitHub, by name. Pages turn these into statuses in one
 * place; only `GitHubNotFoundError` may ever unpublish something.
 */

export abstract class GitHubError extends Error {
  /** Whether asking again, later, can help. */
  abstract readonly transient: boolean;
}

/** GitHub says that the thing does not exist (or that this token may not know of it). */
export class GitHubNotFoundError extends GitHubError {
  override name = 'GitHubNotFoundError';
  readonly transient = false;
  /** The place in the query, such as `repository.issue`; empty for a REST answer. */
  readonly path: string;

  constructor(message: string, path = '') {
    super(message);
    this.path = path;
  }
}

/** The token is unknown, expired or revoked. */
export class GitHubUnauthorizedError extends GitHubError {
  override name = 'GitHubUnauthorizedError';
  readonly transient = false;
}

/** The token is good, but may not do this. */
export class GitHubForbiddenError extends GitHubError {
  override name = 'GitHubForbiddenError';
  readonly transient = false;
}

/** Too many calls, by the hourly or a secondary limit. */
export class GitHubRateLimitError extends GitHubError {
  override name = 'GitHubRateLimitError';
  readonly transient = true;
  readonly resetAt: Date;

  constructor(message: string, resetAt: Date) {
    super(message);
    this.resetAt = resetAt;
  }
}

/** GitHub did not answer, or not with something that can be used. */
export class GitHubUnavailableError extends GitHubError {
  override name = 'GitHubUnavailableError';
  readonly transient = true;
}

/** GitHub understood, and refuses the input: too long, locked, gone meanwhile. */
export class GitHubRejectedError extends GitHubError {
  override name = 'GitHubRejectedError';
  readonly transient = false;
}

/**
 * Whether GitHub, or the way to it, is to blame. By name: Next gives every page its own copy of this
 * file, so that an error may come from another copy's class.
 */
export function isGitHubError(error: unknown): error is GitHubError {
  if (error instanceof GitHubError) return true;
  return error instanceof Error && /^GitHub[A-Z]\w+Error$/.test(error.name);
}
