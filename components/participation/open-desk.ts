/** All that a signed-in reader needs in a discussion. */
import { loadParticipationWords } from '../../lib/i18n/participation/load';
import { createDiscussionStore } from '../../lib/participation/browser/discussion-store';
import { showComments } from '../../lib/participation/browser/show-comments';
import { whenViewerIsNear } from '../../lib/participation/browser/when-near';
import { editPath } from '../../lib/paths';
import type { Post } from '../../lib/posts/post';
import { readHint } from '../../lib/session/hint';
import { send } from '../../lib/session/send';
import type { Desk, PageParts } from '../discussion/desk';
import { CommentForm } from './comment-form';
import { CommentTools } from './comment-tools';
import { EditForm } from './edit-form';
import { Reactions } from './reactions';

/**
 * Waits until the reader comes near. Where it turns out that nobody is signed in, nothing happens.
 * @param language the site's
 * @param page what the forms show of the page's own
 * @param show called whenever there is something new to show
 * @param leaving ends it all
 */
export function openDeskWhenNear(
  post: Post,
  language: string,
  page: PageParts,
  show: (desk: Desk) => void,
  leaving: AbortSignal,
): void {
  const stop = whenViewerIsNear(() => void open(post, language, page, show, leaving));
  leaving.addEventListener('abort', stop);
}

async function open(
  post: Post,
  language: string,
  page: PageParts,
  show: (desk: Desk) => void,
  leaving: AbortSignal,
): Promise<void> {
  const viewer = readHint(document.cookie);
  if (!viewer) return;
  const store = createDiscussionStore({ post, viewer, send });
  const [words] = await Promise.all([
    loadParticipationWords(language),
    store.load(),
    // Defines elements, which only a browser has.
    import('@github/markdown-toolbar-element'),
    loadStyles(),
  ]);
  if (leaving.aborted || store.get().isSignedOut) return;
  const parts = {
    ...page,
    CommentForm,
    CommentTools,
    EditForm,
    Reactions,
    editPath: editPath(post.number),
  };
  const update = () => show({ store, words, showComments, ...parts, state: store.get() });
  leaving.addEventListener('abort', store.subscribe(update));
  update();
}

/** The forms' style sheet, whose address the page's boot script tells; see `participation.css`. */
function loadStyles(): Promise<void> {
  const address = document.getElementById('boot')?.dataset.sheet;
  if (!address || document.querySelector(`link[href="${address}"]`)) return Promise.resolve();
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    // After a deploy it may be gone: plain forms are better than none.
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
