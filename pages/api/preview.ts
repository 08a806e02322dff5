import { limited } from '../../lib/security/limited';
import { participantRoute } from '../../lib/session/participant-route';
import { LARGEST_REQUEST } from '../../lib/writing/limits';
import { previewHandlers } from '../../lib/writing/routes';

export const config = { api: { bodyParser: false }, maxDuration: 30 };

/** Renders a text as its page is going to show it, for whoever writes on this site. */
export default limited(
  { perMinute: 300 },
  participantRoute(previewHandlers, {
    maxBytes: LARGEST_REQUEST,
    writesPerMinute: 240,
  }),
);
