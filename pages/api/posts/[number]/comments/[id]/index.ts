import { inDiscussion, textIn } from '../../../../../../lib/participation/route';
import {
  changeComment,
  readComment,
  removeComment,
} from '../../../../../../lib/participation/write-comment';
import { participantRoute } from '../../../../../../lib/session/participant-route';

export const config = { api: { bodyParser: false } };

/** One comment's Markdown, to be read, changed and deleted. */
export default participantRoute({
  GET: inDiscussion(async ({ query, ...writing }) => {
    return { status: 200, body: await readComment(writing, query.id ?? '') };
  }),
  PATCH: inDiscussion(async ({ query, fields, ...writing }) => {
    const source = { body: textIn(fields, 'body'), version: textIn(fields, 'version') };
    return { status: 200, body: await changeComment(writing, query.id ?? '', source) };
  }),
  DELETE: inDiscussion(async ({ query, ...writing }) => {
    await removeComment(writing, query.id ?? '');
    return { status: 204 };
  }),
});
