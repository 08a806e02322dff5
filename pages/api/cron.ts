import type { NextApiRequest, NextApiResponse } from 'next';
import { readConfig } from '../../lib/config';
import { isGitHubError } from '../../lib/github/errors';
import { getBlog } from '../../lib/posts/blog';
import { runTurn } from '../../lib/reconcile/run';
import { publishDue } from '../../lib/schedule/publish-due';
import { isRefused, limited } from '../../lib/security/limited';
import { isBearer } from '../../lib/security/same-secret';
import type { DeliveryTools } from '../../lib/webhook/delivery-tools';
import { deliveryToolsFor } from '../../lib/webhook/delivery-tools';

export const config = { api: { bodyParser: false }, maxDuration: 60 };

/** A platform's cron comes once a day; an hour more covers its being late. Milliseconds. */
const SINCE_LAST_RUN = 25 * 60 * 60 * 1_000;
const TIME_TO_ANSWER = 50_000;

/**
 * Brings out posts whose time has come, and finds what deliveries did not tell. The server's own
 * timers ask for the one or the other, a platform's cron for everything.
 */
export default limited({ perMinute: 30, counts: isRefused }, cron);

async function cron(request: NextApiRequest, response: NextApiResponse) {
  response.setHeader('Cache-Control', 'no-store');
  if (request.method !== 'GET' && request.method !== 'POST') {
    response.setHeader('Allow', 'GET, POST').status(405).json({ error: 'Ask by GET.' });
    return;
  }
  const secrets = [readConfig().cronSecret, globalThis.issuepressTimerSecret];
  if (!secrets.some((secret) => secret && isBearer(request.headers.authorization, secret))) {
    response.status(401).json({ error: 'Send CRON_SECRET as "Authorization: Bearer …".' });
    return;
  }
  const blog = getBlog();
  if (!blog) {
    response.status(503).json({ error: 'Nothing is configured yet.' });
    return;
  }
  const { task } = request.query;
  const tools = deliveryToolsFor(blog, response);
  const deadline = Date.now() + TIME_TO_ANSWER;
  try {
    const due = task === 'reconcile' ? null : await bringOut(tools, request.query, deadline);
    const turn =
      task === 'due'
        ? null
        : await runTurn(tools, {
            deadline,
            isSweep: task === undefined || request.query.sweep !== undefined,
            looksAtLog: task === undefined || request.query.log !== undefined,
          });
    const failed = [...(due?.failed ?? []), ...(turn?.failed ?? [])];
    const { found = [], left = 0, redelivered = null } = turn ?? {};
    response
      .status(failed.length > 0 ? 503 : 200)
      .json({ posts: due?.posts ?? [], found, left, redelivered, failed });
  } catch (error) {
    if (!isGitHubError(error)) throw error;
    response.status(503).json({ error: error.message });
  }
}

function bringOut(tools: DeliveryTools, query: NextApiRequest['query'], deadline: number) {
  const now = Date.now();
  const asked = Number(query.since);
  const since = asked > 0 && asked <= now ? asked : now - SINCE_LAST_RUN;
  const waited = String(query.posts ?? '')
    .split(',')
    .map(Number);
  return publishDue(tools, { since, now, waited, deadline });
}
