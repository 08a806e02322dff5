import { limited } from '../../../../lib/security/limited';
import { participantRoute } from '../../../../lib/session/participant-route';
import { sourceHandlers } from '../../../../lib/writing/routes';

export const config = { api: { bodyParser: false }, maxDuration: 30 };

/** A post as its author edits it. */
export default limited({ perMinute: 120 }, participantRoute(sourceHandlers));
