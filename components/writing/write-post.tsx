/** The editor with what it begins with; loaded when somebody who may write opens its page. */
import { useState } from 'react';
import type { Viewer } from '../../lib/session/viewer';
import { EMPTY_POST, fromSource, fromTemplate, type PostText } from '../../lib/writing/post-text';
import type { PostSource, WritingOptions } from '../../lib/writing/shapes';
import { PostEditor } from './post-editor';
import { useWords } from './writing-context';

/** What a draft without a template is called. */
const BLANK = 'blank';

export interface NewPostProps {
  viewer: Viewer;
  options: WritingOptions;
}

/** Every template has a draft of its own, so that trying another one loses nothing. */
export function NewPost({ viewer, options }: NewPostProps) {
  const words = useWords();
  const { templates } = options;
  const [chosen, setChosen] = useState(templates[0]?.id ?? BLANK);
  const template = templates.find(({ id }) => id === chosen);
  const initial: PostText = template ? fromTemplate(template) : EMPTY_POST;
  return (
    <PostEditor
      key={chosen}
      viewer={viewer}
      options={options}
      source={null}
      initial={initial}
      of={chosen}
    >
      {templates.length > 1 && (
        <label className="write-post-template">
          <span>{words.template}</span>
          <select value={chosen} onChange={({ currentTarget: { value } }) => setChosen(value)}>
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={BLANK}>{words.emptyPage}</option>
          </select>
          {template?.about && <small>{template.about}</small>}
        </label>
      )}
    </PostEditor>
  );
}

export interface EditPostProps extends NewPostProps {
  source: PostSource;
}

export function EditPost({ viewer, options, source }: EditPostProps) {
  return (
    <PostEditor
      viewer={viewer}
      options={options}
      source={source}
      initial={fromSource(source)}
      of={source.number}
    />
  );
}
