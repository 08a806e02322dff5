/** What an author has to know beside their text, in the order of its weight. */
import type { ReactNode } from 'react';
import { fill, formatMoment } from '../../lib/i18n';
import { signInPath } from '../../lib/paths';
import type { WritingOptions } from '../../lib/writing/shapes';
import { useSite } from '../site-context';
import { Outcome } from './outcome';
import type { Editor } from './use-editor';
import { useWords } from './writing-context';

export interface EditorNoticesProps {
  editor: Editor;
  options: Pick<WritingOptions, 'mayPublish'>;
}

export function EditorNotices({ editor, options }: EditorNoticesProps) {
  const words = useWords();
  const { messages, locale } = useSite();
  const { sending, standing, keeping, now } = editor;
  return (
    <div className="editor-notices-notices">
      {sending.kind === 'sent' && (
        <Outcome saved={sending.saved} isLate={sending.late} isEdit={standing.isPublic} />
      )}
      {sending.kind === 'refused' && (
        <Notice urgent>
          {sending.message || messages.session.failed}
          {sending.code === 'signed-out' && (
            <a className="button" href={signInPath(window.location.pathname)} rel="nofollow">
              {messages.session.signIn}
            </a>
          )}
        </Notice>
      )}
      {standing.isGone && <Notice urgent>{words.gone}</Notice>}
      {standing.isChanged && (
        <Notice urgent>
          {now?.editedBy ? fill(words.changedBy, { name: now.editedBy }) : words.changed}
          <button type="button" className="button" onClick={editor.openMerge}>
            {words.compare}
          </button>
        </Notice>
      )}
      {standing.isMerged && <Notice>{words.merged}</Notice>}
      {standing.isUnpublished && <Notice>{words.unpublished}</Notice>}
      {standing.restoredFrom && (
        <Notice>
          {fill(words.restored, { date: formatMoment(standing.restoredFrom, locale) })}
          <button type="button" className="button" onClick={editor.startOver}>
            {words.startOver}
          </button>
        </Notice>
      )}
      {keeping.isElsewhere && <Notice>{words.otherTab}</Notice>}
      {!keeping.works && <Notice>{words.notKept}</Notice>}
      {!options.mayPublish && !standing.isOver && <Notice>{words.proposes}</Notice>}
    </div>
  );
}

function Notice({ urgent = false, children }: { urgent?: boolean; children: ReactNode }) {
  return (
    <div role={urgent ? 'alert' : 'status'} className="editor-notices-notice">
      {children}
    </div>
  );
}
