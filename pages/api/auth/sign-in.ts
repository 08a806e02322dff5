import type { NextApiRequest, NextApiResponse } from 'next';
import { beginSignIn } from '../../../lib/session/auth-routes';

/** The way to GitHub's page. */
export default function signIn(request: NextApiRequest, response: NextApiResponse) {
  return beginSignIn(request, response);
}
