import { limited } from '../../../lib/security/limited';
import { signOut } from '../../../lib/session/auth-routes';

export const config = { api: { bodyParser: { sizeLimit: '4kb' } } };

/** A form leads here, with scripts or without. */
export default limited({ perMinute: 60 }, signOut);
