/**
 * Commits a new file to the repository's default branch. Source: "Create or update file contents" in
 * GitHub's REST reference.
 */
import type { GitHub } from './client';
import { GitHubRejectedError } from './errors';

/**
 * @param path from the repository's root; it should name its content, as one that exists is left alone
 * @param message of the commit
 * @throws GitHubError
 */
export async function writeNewFile(
  github: GitHub,
  path: string,
  content: Buffer,
  message: string,
): Promise<void> {
  try {
    await github.rest('PUT /repos/{owner}/{repo}/contents/{+path}', {
      path,
      message,
      content: content.toString('base64'),
    });
  } catch (error) {
    // Without the `sha` of what it would replace, GitHub refuses to write over a file.
    if (error instanceof GitHubRejectedError && /sha/i.test(error.message)) return;
    throw error;
  }
}

/** The least that creates a label. @throws GitHubError */
export async function createLabel(github: GitHub, name: string, color: string): Promise<void> {
  await github.rest('POST /repos/{owner}/{repo}/labels', { name, color });
}
