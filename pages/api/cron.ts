import { timingSafeEqual } from 'node:crypto';
import type { NextApiRequest, NextApiResponse } from 'next';
import { readConfig } from '../../lib/config';
import { GitHubError } from '../../lib/github/errors';
import { getBlog } from '../../lib/posts/blog';
import { publishDue } from '../../lib/schedule/publish-due';
import { deliveryToolsFor } from '../../lib/webhook/delivery-tools';

export const config = { maxDuration: 60 };

/** A platform's cron comes once a day; an hour more covers its being late. Milliseconds. */
const SINCE_LAST_RUN = 25 * 60 * 60 * 1_000;
const TIME_TO_ANSWER = 50_000;

/** Brings out posts whose time has come; called by the server's own timer or a platform's cron. */
export default async function cron(request: NextApiRequest, response: NextApiResponse) {
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
  const now = Date.now();
  const asked = Number(request.query.since);
  const since = asked > 0 && asked <= now ? asked : now - SINCE_LAST_RUN;
  const waited = String(request.query.posts ?? '')
    .split(',')
    .map(Number);
  try {
    const tools = deliveryToolsFor(blog, response);
    const result = await publishDue(tools, { since, now, waited, deadline: now + TIME_TO_ANSWER });
    response.status(result.failed.length > 0 ? 503 : 200).json(result);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    response.status(503).json({ error: error.message });
  }
}

function isBearer(header: string | undefined, secret: string): boolean {
  const given = Buffer.from(header ?? '');
  const expected = Buffer.from(`Bearer ${secret}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
