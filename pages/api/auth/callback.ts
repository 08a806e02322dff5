import { limited } from '../../../lib/security/limited';
import { endSignIn } from '../../../lib/session/auth-routes';

export const config = { api: { bodyParser: false } };

/** The way back from GitHub's page. */
export default limited({ perMinute: 60 }, endSignIn);
