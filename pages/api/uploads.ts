import { limited } from '../../lib/security/limited';
import { participantRoute } from '../../lib/session/participant-route';
import { uploadHandlers } from '../../lib/writing/routes';
import { LARGEST_UPLOAD } from '../../lib/writing/upload-image';

export const config = { api: { bodyParser: false }, maxDuration: 30 };

/** Commits an image of a post to the repository. */
export default limited(
  { perMinute: 60 },
  participantRoute(uploadHandlers, { maxBytes: LARGEST_UPLOAD }),
);
