import type { NextApiRequest, NextApiResponse } from 'next';
import { type FeedSubject, loadFeed } from '../../lib/pages/feed-document';
import { nameFrom } from '../../lib/pages/machine-addresses';
import { sendDocument } from '../../lib/pages/send-document';
import { FEED_FORMATS } from '../../lib/paths';
import { limited } from '../../lib/security/limited';

export const config = { api: { bodyParser: false, responseLimit: false } };

/** All feeds; proxy.ts leads their addresses here. */
export default limited({ perMinute: 600 }, feed);

async function feed(request: NextApiRequest, response: NextApiResponse) {
  const subject = toSubject(request.query.of, request.query.name);
  const format = FEED_FORMATS.find((known) => known === request.query.format);
  await sendDocument(request, response, async () =>
    subject && format ? loadFeed(subject, format) : null,
  );
}

function toSubject(of: unknown, name: unknown): FeedSubject | null {
  if (of === 'blog') return { kind: 'blog' };
  if (typeof name !== 'string') return null;
  const meant = nameFrom(name);
  const isKnown = of === 'tag' || of === 'author' || of === 'comments';
  return isKnown && meant !== null ? { kind: of, name: meant } : null;
}
