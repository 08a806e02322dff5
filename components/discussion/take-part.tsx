/** Makes a post's page one to take part in. Who reads without signing in gets two links, no more. */
import { type ReactNode, useEffect, useState } from 'react';
import type { Post } from '../../lib/posts/post';
import { isSignedIn } from '../../lib/session/is-signed-in';
import { PICTURES, ReactionBar } from '../post/reaction-bar';
import { Avatar } from '../posts/avatar';
import { useSite } from '../site-context';
import { type Desk, DeskContext, type PageParts } from './desk';

const PARTS: PageParts = { Avatar, ReactionBar, pictures: PICTURES };

export function TakePart({ post, children }: { post: Post; children: ReactNode }) {
  const { site } = useSite();
  const [desk, setDesk] = useState<Desk | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the post says meanwhile is told to the store
  useEffect(() => {
    if (!site.canSignIn || !isSignedIn()) return;
    const leaving = new AbortController();
    import('../participation/open-desk').then(
      (file) => file.openDeskWhenNear(post, site.language, PARTS, setDesk, leaving.signal),
      // After a deploy it may be gone: the links stay.
      () => undefined,
    );
    return () => leaving.abort();
  }, [post.number]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}
