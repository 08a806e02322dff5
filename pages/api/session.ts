import type { NextApiRequest, NextApiResponse } from 'next';
import { answerSession } from '../../lib/session/answer-session';

/** Who is signed in. */
export default function session(request: NextApiRequest, response: NextApiResponse) {
  return answerSession(request, response);
}
