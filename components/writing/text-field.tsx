/** Where the post is written: a text area as wide as the published text, and images that fall in. */
import { useRef, useState } from 'react';
import { fill, formatNumber } from '../../lib/i18n';
import { UPLOADS_PATH } from '../../lib/paths';
import { send } from '../../lib/session/send';
import { isUploaded } from '../../lib/writing/read-answers';
import type { WritingOptions } from '../../lib/writing/shapes';
import { pressMark } from '../markdown-toolbar/markdown-toolbar';
import { useSite } from '../site-context';
import { Toolbar } from './toolbar';
import { useWords } from './writing-context';

export interface TextFieldProps {
  value: string;
  onChange(text: (before: string) => string): void;
  onSubmit(): void;
  options: Pick<WritingOptions, 'mayUpload' | 'largestImage'>;
}

const FIELD = 'post-text';
const MEGABYTE = 1024 * 1024;

export function TextField({ value, onChange, onSubmit, options }: TextFieldProps) {
  const words = useWords();
  const { locale } = useSite();
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const [sending, setSending] = useState<string[]>([]);

  async function addImages(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    if (!options.mayUpload) return setProblem(words.mayNotUpload);
    setProblem('');
    for (const file of files) await addImage(file);
  }

  /** A place is held in the text, so that writing goes on meanwhile. */
  async function addImage(file: File): Promise<void> {
    if (file.size > options.largestImage) {
      const size = formatNumber(options.largestImage / MEGABYTE, locale);
      return setProblem(fill(words.imageTooLarge, { name: file.name, size }));
    }
    const name = file.name.replace(/[[\]()<>\n]/g, ' ');
    const place = `![${fill(words.sendingImage, { name })}]()`;
    insert(field.current, `${place}\n`, onChange);
    setSending((before) => [...before, name]);
    const sent = await send('POST', UPLOADS_PATH, { name, data: await toBase64(file) });
    const url = sent.ok && isUploaded(sent.data) ? sent.data.url : null;
    const image = url === null ? '' : `![${words.describeImage}](${url})`;
    onChange((before) => before.replace(url === null ? `${place}\n` : place, () => image));
    setSending((before) => before.filter((other) => other !== name));
    if (!sent.ok) setProblem(`${name}: ${sent.message}`);
  }

  function takeFiles(event: React.SyntheticEvent, transfer: DataTransfer | null): void {
    const files = [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
    if (files.length === 0) return;
    event.preventDefault();
    void addImages(files);
  }

  return (
    <div className="text-field-field">
      <div className="text-field-bar">
        <Toolbar field={FIELD}>
          {options.mayUpload && (
            <button
              type="button"
              data-md-button="images"
              className="text-field-image"
              aria-label={words.image}
              title={words.image}
              onClick={() => chooser.current?.click()}
            >
              <svg
                className="icon"
                viewBox="0 0 16 16"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.4"
                strokeLinejoin="round"
                aria-hidden="true"
              >
                <rect x="1.75" y="2.75" width="12.5" height="10.5" rx="1" />
                <path d="m2 11.5 3.75-4 3 3 2-2L14 11.5M11 5.75h.01" />
              </svg>
            </button>
          )}
        </Toolbar>
        <input
          ref={chooser}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp,image/avif"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            void addImages([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </div>
      <label className="visually-hidden" htmlFor={FIELD}>
        {words.text}
      </label>
      <textarea
        ref={field}
        id={FIELD}
        className="text-field-text"
        dir="auto"
        value={value}
        placeholder={words.textHint}
        aria-describedby="post-text-help"
        onChange={({ currentTarget }) => {
          const text = currentTarget.value;
          onChange(() => text);
        }}
        onKeyDown={(event) => {
          const isSubmit = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
          if (isSubmit) onSubmit();
          if (isSubmit || pressMark(event)) event.preventDefault();
        }}
        onPaste={(event) => takeFiles(event, event.clipboardData)}
        onDrop={(event) => takeFiles(event, event.dataTransfer)}
      />
      <p id="post-text-help" className="text-field-help">
        {options.mayUpload ? words.imageHelp : words.mayNotUpload}
      </p>
      <p role="status" className="text-field-status">
        {sending.map((name) => fill(words.sendingImage, { name })).join(' ')}
      </p>
      {problem && (
        <p role="alert" className="text-field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}

/** At the caret, on a line of its own. */
function insert(
  field: HTMLTextAreaElement | null,
  text: string,
  onChange: TextFieldProps['onChange'],
): void {
  const at = field?.selectionEnd ?? 0;
  onChange((before) => {
    const head = before.slice(0, at);
    const gap = head === '' || head.endsWith('\n') ? '' : '\n\n';
    return `${head}${gap}${text}${before.slice(at)}`;
  });
}

async function toBase64(file: File): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(',') + 1);
}
