import type { NextApiRequest, NextApiResponse } from 'next';
import { readConfig } from '../../lib/config';
import { logDelivery } from '../../lib/observe/log-delivery';
import { getBlog } from '../../lib/posts/blog';
import { limited } from '../../lib/security/limited';
import { deliveryToolsFor } from '../../lib/webhook/delivery-tools';
import { handleDelivery } from '../../lib/webhook/handle-delivery';
import { DeliveryError, receiveDelivery } from '../../lib/webhook/receive';

/** The signature is over the raw bytes, so nothing may parse them first. */
export const config = { api: { bodyParser: false }, maxDuration: 30 };

export default limited({ perMinute: 120, counts: isRefused }, webhook);

/** GitHub may send as much as it likes; who does not know the secret may not try for ever. */
function isRefused(status: number): boolean {
  return status >= 400 && status < 500;
}

async function webhook(request: NextApiRequest, response: NextApiResponse) {
  try {
    const delivery = await receiveDelivery(request, readConfig().webhookSecret);
    const blog = getBlog();
    if (!blog) {
      throw new DeliveryError(
        503,
        'Set GITHUB_REPOSITORY and GITHUB_TOKEN; nothing is served yet.',
      );
    }
    const begun = Date.now();
    const result = await handleDelivery(delivery, deliveryToolsFor(blog, response));
    logDelivery(delivery, result, Date.now() - begun);
    const { status, message } = result;
    response.status(status).json({ message });
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    if (error.status === 405) response.setHeader('Allow', 'POST');
    response.status(error.status).json({ error: error.message });
  }
}
