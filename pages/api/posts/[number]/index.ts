import { limited } from '../../../../lib/security/limited';
import { participantRoute } from '../../../../lib/session/participant-route';
import { LARGEST_REQUEST } from '../../../../lib/writing/limits';
import { postHandlers } from '../../../../lib/writing/routes';

export const config = { api: { bodyParser: false }, maxDuration: 30 };

/** Saves a post that was edited. */
export default limited(
  { perMinute: 120 },
  participantRoute(postHandlers, { maxBytes: LARGEST_REQUEST }),
);
