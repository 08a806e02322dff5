import type { NextApiRequest, NextApiResponse } from 'next';
import { signOut } from '../../../lib/session/auth-routes';

/** A form leads here, with scripts or without. */
export default function leave(request: NextApiRequest, response: NextApiResponse) {
  return signOut(request, response);
}
