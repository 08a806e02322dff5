import { limited } from '../../lib/security/limited';
import { answerSession } from '../../lib/session/answer-session';

export const config = { api: { bodyParser: false } };

/** Who is signed in. */
export default limited({ perMinute: 240 }, answerSession);
