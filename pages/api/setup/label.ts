import type { NextApiRequest, NextApiResponse } from 'next';
import { readConfig } from '../../../lib/config';
import { SETUP_PATH } from '../../../lib/paths';
import { limited } from '../../../lib/security/limited';
import { isOwnRequest } from '../../../lib/session/own-request';
import { createPublishLabel } from '../../../lib/setup/create-label';
import { findVisitor } from '../../../lib/setup/door';

export const config = { api: { bodyParser: { sizeLimit: '4kb' } } };

/** Sent by the form on `/setup`, which then shows whether it worked. */
export default limited({ perMinute: 60 }, createLabel);

async function createLabel(request: NextApiRequest, response: NextApiResponse) {
  response.setHeader('Cache-Control', 'private, no-store');
  const config = readConfig();
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    return response.status(405).end();
  }
  if (!isOwnRequest(request.headers, config.site.url)) return response.status(403).end();
  const visitor = await findVisitor(request, response, config);
  if (visitor.kind !== 'steward') return response.status(403).end();
  await createPublishLabel(config);
  return response.redirect(303, SETUP_PATH);
}
