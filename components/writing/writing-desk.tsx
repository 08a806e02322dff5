/**
 * Who may write, and on what: the way from a page that is the same for everybody to the editor. What
 * is only for those who write is loaded here.
 */
import { useCallback, useEffect, useState } from 'react';
import { sourceRoute, WRITING_PATH } from '../../lib/paths';
import { send } from '../../lib/session/send';
import type { Viewer } from '../../lib/session/viewer';
import { isOptions, isSource } from '../../lib/writing/read-answers';
import type { PostSource, WritingOptions } from '../../lib/writing/shapes';
import { SignInLink } from '../account/sign-in-link';
import { useSession } from '../account/use-session';
import { useSite } from '../site-context';
import type { EditPost, NewPost } from './write-post';
import { useWords } from './writing-context';

export interface WritingDeskProps {
  /** The post's; null for a new one. */
  number: number | null;
  /** The page's own path. */
  path: string;
}

type Opened =
  | { kind: 'opening' }
  | { kind: 'failed'; message: string }
  | { kind: 'new'; options: WritingOptions; View: typeof NewPost }
  | { kind: 'edit'; options: WritingOptions; source: PostSource; View: typeof EditPost };

export function WritingDesk({ number, path }: WritingDeskProps) {
  const words = useWords();
  const session = useSession();
  const [seen, setSeen] = useState<Viewer | null>(null);
  const viewer = session?.viewer ?? seen;
  // Whoever is signed out while they write keeps their text before their eyes.
  if (session?.viewer && session.viewer.login !== seen?.login) setSeen(session.viewer);
  if (session && !session.canSignIn) return <p className="writing-desk-note">{words.signInOff}</p>;
  if (session && !viewer) return <SignInFirst isNew={number === null} path={path} />;
  // Known a moment after the page is; meanwhile the page says what there is without it.
  if (!viewer) return <p className="writing-desk-note writing-desk-opening">{words.opening}</p>;
  return <SignedIn viewer={viewer} number={number} />;
}

function SignInFirst({ isNew, path }: { isNew: boolean; path: string }) {
  const words = useWords();
  const { messages } = useSite();
  return (
    <div className="writing-desk-gate">
      <p>{isNew ? words.signInToWrite : words.signInToEdit}</p>
      <SignInLink className="button primary" path={path}>
        {messages.session.signIn}
      </SignInLink>
    </div>
  );
}

function SignedIn({ viewer, number }: { viewer: Viewer; number: number | null }) {
  const words = useWords();
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  const open = useCallback(() => {
    setOpened({ kind: 'opening' });
    void openDesk(number).then(setOpened);
  }, [number]);
  useEffect(open, [open]);

  if (opened.kind === 'new') return <opened.View viewer={viewer} options={opened.options} />;
  if (opened.kind === 'edit') {
    return <opened.View viewer={viewer} options={opened.options} source={opened.source} />;
  }
  if (opened.kind === 'opening') {
    return (
      <p role="status" className="writing-desk-note">
        {words.opening}
      </p>
    );
  }
  return (
    <div className="writing-desk-gate">
      <p role="alert">{opened.message}</p>
      <button type="button" className="button" onClick={open}>
        {words.tryAgain}
      </button>
    </div>
  );
}

async function openDesk(number: number | null): Promise<Opened> {
  const [file, options, source] = await Promise.all([
    import('./write-post').catch(() => null),
    send('GET', WRITING_PATH),
    number === null ? null : send('GET', sourceRoute(number)),
  ]);
  if (!options.ok) return { kind: 'failed', message: options.message };
  if (source && !source.ok) return { kind: 'failed', message: source.message };
  if (!file || !isOptions(options.data)) return { kind: 'failed', message: '' };
  if (!source) return { kind: 'new', options: options.data, View: file.NewPost };
  if (!isSource(source.data)) return { kind: 'failed', message: '' };
  return { kind: 'edit', options: options.data, source: source.data, View: file.EditPost };
}
