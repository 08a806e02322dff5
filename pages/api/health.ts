import type { NextApiRequest, NextApiResponse } from 'next';
import { getHealth } from '../../lib/pages/health';
import { limited } from '../../lib/security/limited';

export const config = { api: { bodyParser: false } };

/** Whether the site serves, and what it knows of GitHub; no secret in it. */
export default limited({ perMinute: 120 }, health);

function health(_request: NextApiRequest, response: NextApiResponse): void {
  response.setHeader('Cache-Control', 'no-store').status(200).json(getHealth());
}
