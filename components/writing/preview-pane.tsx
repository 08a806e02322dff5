/** The post beside the editor, made by the same renderer and components as its page. */
import { useEffect, useRef } from 'react';
import { fill } from '../../lib/i18n';
import type { Post } from '../../lib/posts/post';
import type { PreviewAnswer } from '../../lib/writing/preview-answer';
import { usePageParts, useWords } from './writing-context';

export interface PreviewPaneProps {
  /** Null before there is anything to show. */
  post: Post | null;
  answer: PreviewAnswer | null;
}

export function PreviewPane({ post, answer }: PreviewPaneProps) {
  const words = useWords();
  const { Paper } = usePageParts();
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => followWriting(pane.current), []);
  const notes = [...(answer?.problems ?? []), ...(answer?.warnings ?? [])];
  return (
    <div ref={pane} className="preview-pane-pane">
      {post ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a key on a link is a click, too
        // biome-ignore lint/a11y/noStaticElementInteractions: the links in it are what is pressed
        <div className="preview-pane-paper" onClick={openElsewhere}>
          <Paper post={post} />
        </div>
      ) : (
        <p className="preview-pane-empty">{words.previewEmpty}</p>
      )}
      {notes.length > 0 && (
        <aside className="preview-pane-notes" aria-label={words.notes}>
          <p>{words.notes}</p>
          <ul>
            {notes.map(({ message, line }) => (
              <li key={`${line} ${message}`}>
                {line === null ? message : fill(words.line, { line, message })}
              </li>
            ))}
          </ul>
        </aside>
      )}
    </div>
  );
}

/** A link in the preview does not lead away from the text. */
function openElsewhere(event: React.MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.getAttribute('href')?.startsWith('#') || event.defaultPrevented) return;
  event.preventDefault();
  window.open(link.href, '_blank', 'noopener');
}

/** Shows the part of the post that is being written, by how far down the page its author is. */
function followWriting(pane: HTMLElement | null): () => void {
  const follow = () => {
    const text = document.getElementById('post-text');
    if (!pane || !text || pane.scrollHeight <= pane.clientHeight) return;
    const { top, height } = text.getBoundingClientRect();
    const way = Math.max(1, height - innerHeight / 2);
    const part = Math.min(1, Math.max(0, (innerHeight / 4 - top) / way));
    pane.scrollTop = part * (pane.scrollHeight - pane.clientHeight);
  };
  addEventListener('scroll', follow, { passive: true });
  return () => removeEventListener('scroll', follow);
}
