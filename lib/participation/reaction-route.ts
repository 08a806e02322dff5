/** The route of one reaction to a post or, with `id` in its address, to a comment. */
import type { NextApiHandler, NextApiResponse } from 'next';
import { participantRoute } from '../session/participant-route';
import { react } from './react';
import { inDiscussion } from './route';
import { showReaction } from './show-reaction';

/** PUT gives the reaction, DELETE takes it back; both answer with all reactions afterwards. */
export const reactionRoute: NextApiHandler = (request, response) =>
  participantRoute({ PUT: change(true, response), DELETE: change(false, response) })(
    request,
    response,
  );

function change(isWanted: boolean, response: NextApiResponse) {
  return inDiscussion(async ({ query, ...writing }) => {
    const comment = query.id ?? null;
    const reactions = await react(writing, { comment, content: query.content ?? '', isWanted });
    await showReaction(writing.blog, Number(writing.number), comment, response);
    return { status: 200, body: reactions };
  });
}
