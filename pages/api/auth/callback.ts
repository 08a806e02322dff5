import type { NextApiRequest, NextApiResponse } from 'next';
import { endSignIn } from '../../../lib/session/auth-routes';

/** The way back from it. */
export default function callback(request: NextApiRequest, response: NextApiResponse) {
  return endSignIn(request, response);
}
