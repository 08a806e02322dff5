/** How the commands that move a blog end when they cannot go on. */
import { ConfigError } from '../config';
import { GitHubError } from '../github/errors';
import { MovingError } from './moving-error';

/** Prints what to do. @returns the exit status @throws what nobody expected */
export function reportFailure(error: unknown): number {
  if (error instanceof MovingError || error instanceof ConfigError) {
    console.error(error.message);
    return 2;
  }
  if (error instanceof GitHubError) {
    console.error(`${error.message} What is done stays done; run the same command to go on.`);
    return 1;
  }
  throw error;
}
