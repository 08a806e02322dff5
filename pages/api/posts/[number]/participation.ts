import { readParticipation } from '../../../../lib/participation/read-participation';
import { inDiscussion } from '../../../../lib/participation/route';
import { participantRoute } from '../../../../lib/session/participant-route';

export const config = { api: { bodyParser: false } };

/** What the one who is signed in may do here, and has done. */
export default participantRoute({
  GET: inDiscussion(async (request) => {
    return { status: 200, body: await readParticipation(request) };
  }),
});
