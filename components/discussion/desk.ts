/**
 * What the components of a discussion know of taking part in it. A reader who is not signed in loads
 * no more of it than this.
 */
import { createContext, useContext } from 'react';
import type { ParticipationWords } from '../../lib/i18n/participation/words';
import type {
  DiscussionState,
  DiscussionStore,
} from '../../lib/participation/browser/discussion-store';
import type { ShownComment } from '../../lib/participation/browser/show-comments';
import type { Comment } from '../../lib/posts/post';
import type { CommentForm } from '../participation/comment-form';
import type { CommentTools } from '../participation/comment-tools';
import type { EditForm } from '../participation/edit-form';
import type { Reactions } from '../participation/reactions';
import type { PICTURES, ReactionBar } from '../post/reaction-bar';
import type { Avatar } from '../posts/avatar';

/**
 * What the forms show of the page's own. They get it from the page: brought along with them, its styles
 * would leave the site's one sheet.
 */
export interface PageParts {
  Avatar: typeof Avatar;
  ReactionBar: typeof ReactionBar;
  pictures: typeof PICTURES;
}

/** What `components/participation` brings along when somebody is signed in. */
export interface Desk extends PageParts {
  state: DiscussionState;
  store: DiscussionStore;
  words: ParticipationWords;
  /** Of the post's editor. */
  editPath: string;
  showComments(served: readonly Comment[], own: DiscussionState['own']): ShownComment[];
  CommentForm: typeof CommentForm;
  CommentTools: typeof CommentTools;
  EditForm: typeof EditForm;
  Reactions: typeof Reactions;
}

/**
 * Undefined where no part can be taken, as in a preview or on a comment's own page; null until
 * somebody who is signed in comes near.
 */
export const DeskContext = createContext<Desk | null | undefined>(undefined);

export function useDesk(): Desk | null | undefined {
  return useContext(DeskContext);
}
