import type { NextApiRequest, NextApiResponse } from 'next';
import { isGitHubError } from '../../lib/github/errors';
import { findPosts } from '../../lib/pages/search-page';
import { limited } from '../../lib/security/limited';

export const config = { api: { bodyParser: false } };

/** Answers the search box of a blog whose index is too large to send. */
export default limited({ perMinute: 240 }, search);

async function search(request: NextApiRequest, response: NextApiResponse) {
  response.setHeader('Cache-Control', 'private, no-store');
  try {
    response.status(200).json({ found: await findPosts(request.query.q) });
  } catch (error) {
    if (!isGitHubError(error)) throw error;
    response.status(503).json({ error: 'GitHub cannot be asked at the moment.' });
  }
}
