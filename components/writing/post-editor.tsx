/** The editor: the post on one side, its page on the other. */
import { type ReactNode, useMemo, useState } from 'react';
import type { Viewer } from '../../lib/session/viewer';
import { bodyOf } from '../../lib/writing/post-text';
import { toPreviewPost } from '../../lib/writing/preview-post';
import { usePreview } from '../../lib/writing/use-preview';
import { EditorBar, type Side } from './editor-bar';
import { EditorNotices } from './editor-notices';
import { MergeView } from './merge-view';
import { PostForm } from './post-form';
import { PreviewPane } from './preview-pane';
import { type EditorStart, useEditor } from './use-editor';
import { useWords } from './writing-context';

export interface PostEditorProps extends EditorStart {
  viewer: Viewer;
  /** What a new post starts from, to choose. */
  children?: ReactNode;
}

export function PostEditor({ viewer, children, ...start }: PostEditorProps) {
  const words = useWords();
  const editor = useEditor(start);
  const [shown, setShown] = useState<Side>('write');
  const { options, source } = start;
  const { post } = editor;
  const body = useMemo(() => bodyOf(post), [post]);
  const answer = usePreview(body, source?.number ?? null);
  const isEmpty = post.title.trim() === '' && body.trim() === '';

  if (editor.merge) {
    return (
      <MergeView merge={editor.merge} onMerged={editor.takeMerged} onCancel={editor.leaveMerge} />
    );
  }
  return (
    <div className="post-editor-desk" data-shown={shown}>
      <EditorBar editor={editor} shown={shown} onShow={setShown} />
      <EditorNotices editor={editor} options={options} />
      <div className="post-editor-sides">
        <div
          className="post-editor-form"
          role="tabpanel"
          id="panel-write"
          aria-labelledby="tab-write"
        >
          <PostForm editor={editor} options={options}>
            {children}
          </PostForm>
        </div>
        <div
          className="post-editor-preview"
          role="tabpanel"
          id="panel-preview"
          aria-labelledby="tab-preview"
        >
          <PreviewPane
            answer={answer}
            post={
              answer && !isEmpty
                ? toPreviewPost(post, answer, {
                    source,
                    author: { ...viewer, kind: 'user' },
                    options,
                    untitled: words.untitled,
                    now: new Date().toISOString(),
                  })
                : null
            }
          />
        </div>
      </div>
    </div>
  );
}
