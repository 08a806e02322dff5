import type { NextApiRequest, NextApiResponse } from 'next';
import { readConfig } from '../../lib/config';
import { showMetrics } from '../../lib/observe/metrics';
import { isRefused, limited } from '../../lib/security/limited';
import { isBearer } from '../../lib/security/same-secret';

export const config = { api: { bodyParser: false } };

/** What is counted, in Prometheus' format; there is no such address unless METRICS_TOKEN is set. */
export default limited({ perMinute: 30, counts: isRefused }, metrics);

async function metrics(request: NextApiRequest, response: NextApiResponse) {
  response.setHeader('Cache-Control', 'no-store');
  const { metricsToken } = readConfig();
  if (!metricsToken) {
    response.status(404).end();
    return;
  }
  if (!isBearer(request.headers.authorization, metricsToken)) {
    response.setHeader('WWW-Authenticate', 'Bearer').status(401);
    response.json({ error: 'Send METRICS_TOKEN as "Authorization: Bearer …".' });
    return;
  }
  const { type, text } = await showMetrics();
  response.setHeader('Content-Type', type).status(200).send(text);
}
