import { limited } from '../../lib/security/limited';
import { participantRoute } from '../../lib/session/participant-route';
import { writingHandlers } from '../../lib/writing/routes';

export const config = { api: { bodyParser: false }, maxDuration: 30 };

/** What somebody who writes can choose from, and what they may do. */
export default limited({ perMinute: 120 }, participantRoute(writingHandlers));
