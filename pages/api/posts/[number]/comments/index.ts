import { inDiscussion, textIn } from '../../../../../lib/participation/route';
import { commentSender } from '../../../../../lib/participation/sender';
import { writeComment } from '../../../../../lib/participation/write-comment';
import { participantRoute } from '../../../../../lib/session/participant-route';

export const config = { api: { bodyParser: false } };

/** Writes a comment, once for each key. */
export default participantRoute({
  POST: inDiscussion(async ({ fields, ...writing }) => {
    const { triedAgo } = fields;
    const comment = {
      body: textIn(fields, 'body'),
      key: textIn(fields, 'id').slice(0, 200),
      triedAgo: typeof triedAgo === 'number' && triedAgo >= 0 ? triedAgo : null,
    };
    return { status: 201, body: await writeComment(writing, comment, commentSender()) };
  }),
});
