/** A text as its page is going to show it, from the site's own renderer. */
import { useEffect, useRef, useState } from 'react';
import { TEXT_CHANGED } from '../../lib/discussion/text-source';
import { readPreview } from '../../lib/participation/browser/read-answers';
import { PREVIEW_PATH } from '../../lib/paths';
import { send } from '../../lib/session/send';
import { useDesk } from './use-desk';

type Rendered = { kind: 'waiting' } | { kind: 'html'; html: string } | { kind: 'failed' };

export function Preview({ text }: { text: string }) {
  const { words } = useDesk();
  const [rendered, setRendered] = useState<Rendered>({ kind: 'waiting' });
  const article = useRef<HTMLDivElement>(null);
  const isEmpty = text.trim() === '';

  useEffect(() => {
    if (isEmpty) return;
    let isWanted = true;
    void send('POST', PREVIEW_PATH, { body: text, kind: 'comment' }).then((sent) => {
      const html = sent.ok ? readPreview(sent.data) : null;
      if (isWanted) setRendered(html === null ? { kind: 'failed' } : { kind: 'html', html });
    });
    return () => {
      isWanted = false;
    };
  }, [text, isEmpty]);

  // What is decorated on the page is decorated here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every text that comes in
  useEffect(() => {
    article.current?.dispatchEvent(new CustomEvent(TEXT_CHANGED, { bubbles: true }));
  }, [rendered]);

  if (isEmpty) return <p className="comment-editor-hint">{words.nothingToPreview}</p>;
  if (rendered.kind === 'failed')
    return <p className="comment-editor-hint">{words.previewFailed}</p>;
  if (rendered.kind === 'waiting') return <p className="comment-editor-hint">…</p>;
  return (
    <div
      ref={article}
      className={`article comment-editor-preview`}
      dir="auto"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: lib/markdown made it safe
      dangerouslySetInnerHTML={{ __html: rendered.html }}
    />
  );
}
