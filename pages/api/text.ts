import type { NextApiRequest, NextApiResponse } from 'next';
import { parseNumber } from '../../lib/pages/post-page';
import { loadSearchIndexDocument } from '../../lib/pages/search-page';
import { sendDocument } from '../../lib/pages/send-document';
import { loadSitemap } from '../../lib/pages/sitemap-document';
import { loadLlmsText, loadMarkdownSource, loadRobotsText } from '../../lib/pages/text-pages';
import { limited } from '../../lib/security/limited';

export const config = { api: { bodyParser: false, responseLimit: false } };

/** What is for machines and not a feed; proxy.ts leads the addresses here. */
export default limited({ perMinute: 600 }, text);

async function text(request: NextApiRequest, response: NextApiResponse) {
  const { kind, number } = request.query;
  await sendDocument(request, response, async () => {
    if (kind === 'robots') return loadRobotsText();
    if (kind === 'llms') return loadLlmsText();
    if (kind === 'search') return loadSearchIndexDocument();
    if (kind === 'sitemap' && number === undefined) return loadSitemap(null);
    if (typeof number !== 'string') return null;
    if (kind === 'markdown') return loadMarkdownSource(number);
    const part = kind === 'sitemap' ? parseNumber(number) : null;
    return part === null ? null : loadSitemap(part);
  });
}
