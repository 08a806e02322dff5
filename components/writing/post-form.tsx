/** The fields of a post, from its title to its metadata. */
import type { ReactNode } from 'react';
import type { WritingOptions } from '../../lib/writing/shapes';
import { MetadataForm } from './metadata-form';
import { TagField } from './tag-field';
import { TextField } from './text-field';
import type { Editor } from './use-editor';
import { useWords } from './writing-context';

export interface PostFormProps {
  editor: Editor;
  options: WritingOptions;
  /** What a new post starts from, to choose. */
  children?: ReactNode;
}

export function PostForm({ editor, options, children }: PostFormProps) {
  const { post, change, send, main } = editor;
  const submit = () => send(main.intent);
  return (
    <div className="post-form-form">
      {children}
      <TitleField
        value={post.title}
        onChange={(title) => change((before) => ({ ...before, title }))}
        onSubmit={submit}
      />
      <div className="post-form-filing">
        <TagField
          value={post.tags}
          onChange={(tags) => change((before) => ({ ...before, tags }))}
          options={options}
        />
        <SeriesField
          value={post.series}
          onChange={(series) => change((before) => ({ ...before, series }))}
          series={options.series}
        />
      </div>
      <TextField
        value={post.parts.text}
        options={options}
        onSubmit={submit}
        onChange={(edit) =>
          change(({ parts, ...rest }) => ({ ...rest, parts: { ...parts, text: edit(parts.text) } }))
        }
      />
      <MetadataForm
        fields={post.parts.fields}
        onChange={(fields) =>
          change(({ parts, ...rest }) => ({ ...rest, parts: { ...parts, fields } }))
        }
      />
    </div>
  );
}

interface TitleFieldProps {
  value: string;
  onChange(title: string): void;
  onSubmit(): void;
}

/** One line that grows; Enter goes on to the text. */
function TitleField({ value, onChange, onSubmit }: TitleFieldProps) {
  const words = useWords();
  return (
    <>
      <label className="visually-hidden" htmlFor="post-title">
        {words.title}
      </label>
      <textarea
        id="post-title"
        className="post-form-title"
        dir="auto"
        rows={1}
        required
        placeholder={words.title}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (event.metaKey || event.ctrlKey) onSubmit();
          else document.getElementById('post-text')?.focus();
        }}
      />
    </>
  );
}

interface SeriesFieldProps extends Pick<WritingOptions, 'series'> {
  value: number | null;
  onChange(series: number | null): void;
}

function SeriesField({ value, onChange, series }: SeriesFieldProps) {
  const words = useWords();
  if (series.length === 0) return null;
  return (
    <label className="post-form-series">
      <span>{words.series}</span>
      <select
        value={value ?? ''}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value ? Number(currentTarget.value) : null)
        }
      >
        <option value="">{words.noSeries}</option>
        {series.map(({ number, title }) => (
          <option key={number} value={number}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
