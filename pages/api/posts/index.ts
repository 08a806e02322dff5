import { limited } from '../../../lib/security/limited';
import { participantRoute } from '../../../lib/session/participant-route';
import { LARGEST_REQUEST } from '../../../lib/writing/limits';
import { postsHandlers } from '../../../lib/writing/routes';

export const config = { api: { bodyParser: false }, maxDuration: 30 };

/** Opens an issue that is a post. */
export default limited(
  { perMinute: 60 },
  participantRoute(postsHandlers, { maxBytes: LARGEST_REQUEST }),
);
