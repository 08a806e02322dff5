import { limited } from '../../../lib/security/limited';
import { beginSignIn } from '../../../lib/session/auth-routes';

export const config = { api: { bodyParser: false } };

/** The way to GitHub's page. */
export default limited({ perMinute: 60 }, beginSignIn);
