/** The editor: the post on one side, its page on the other, and what becomes of both. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { fill, formatMoment, formatPlural } from '../../lib/i18n';
import { measureReading } from '../../lib/markdown/reading-time';
import type { Viewer } from '../../lib/session/viewer';
import { draftName, dropDraft, findDraft, type KeptDraft } from '../../lib/writing/drafts';
import {
  mergePosts,
  needsDecisions,
  type PostMerge,
  resolveMerge,
} from '../../lib/writing/merge-posts';
import {
  bodyOf,
  excessOf,
  fromSource,
  isSamePost,
  isScheduled,
  type PostText,
} from '../../lib/writing/post-text';
import { toPreviewPost } from '../../lib/writing/preview-post';
import type { Intent, PostSource, WritingOptions } from '../../lib/writing/shapes';
import { useKeptDraft } from '../../lib/writing/use-kept-draft';
import { useLatestSource } from '../../lib/writing/use-latest-source';
import { usePreview } from '../../lib/writing/use-preview';
import { useSite } from '../site-context';
import { MergeView } from './merge-view';
import { MetadataForm } from './metadata-form';
import { Outcome } from './outcome';
import styles from './post-editor.module.css';
import { PreviewPane } from './preview-pane';
import { TagField } from './tag-field';
import { TextField } from './text-field';
import { type SendTarget, useSending } from './use-sending';
import { useWords } from './writing-words';

export interface PostEditorProps {
  viewer: Viewer;
  options: WritingOptions;
  /** The post as it was opened; null for a new one. */
  source: PostSource | null;
  /** What an untouched editor holds. */
  initial: PostText;
  /** Whose draft it is: the post's number, or the template's id. */
  of: number | string;
  /** What a new post starts from, to choose. */
  children?: ReactNode;
}

export function PostEditor(props: PostEditorProps) {
  const { viewer, options, source, initial, of, children } = props;
  const words = useWords();
  const { messages, locale } = useSite();
  const name = draftName(of);
  const [found] = useState(() => findDraft(name));
  const [tab] = useState(() => newId());
  const [draftId, setDraftId] = useState(() => found?.id ?? newId());
  const [post, setPost] = useState<PostText>(() => found?.post ?? initial);
  const [base, setBase] = useState(() => found?.base ?? baseOf(source));
  const [isRestored, setRestored] = useState(found !== null && !isSamePost(found.post, initial));
  const [merge, setMerge] = useState<PostMerge | null>(null);
  const [isMerged, setMerged] = useState(false);
  const [shown, setShown] = useState<'write' | 'preview'>('write');
  const [isOver, setOver] = useState(false);

  const body = useMemo(() => bodyOf(post), [post]);
  const answer = usePreview(body, source?.number ?? null);
  const [latest, look] = useLatestSource(source);
  const start = source && base?.version !== source.version ? null : initial;
  const isTouched = start === null || !isSamePost(post, start);
  const draft = isTouched && !isOver ? { id: draftId, post, base, tab } : null;
  const keeping = useKeptDraft(name, draft);
  const { sending, submit } = useSending(
    () => {
      setOver(true);
      dropDraft(name);
    },
    (path) => window.location.assign(path),
  );

  const now = latest?.kind === 'source' ? latest.source : source;
  const isChanged = now !== null && base !== null && now.version !== base.version;
  const isBusy = sending.kind === 'sending' || sending.kind === 'sent';

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (sending.kind === 'refused' && sending.code === 'changed') void look();
  }, [sending]);

  async function send(intent: Intent): Promise<void> {
    if (isBusy || (isChanged && !isMergedWith(now))) return openMerge();
    const target: SendTarget =
      source && base
        ? {
            kind: 'edit',
            number: source.number,
            path: source.path,
            before: { version: base.version, tagsBefore: base.tags },
          }
        : { kind: 'new', draft: draftId };
    await submit(post, intent, target);
  }

  function isMergedWith(source: PostSource | null): boolean {
    return base?.version === source?.version;
  }

  /** Merges by itself where nothing has to be decided. */
  function openMerge(): void {
    if (!now || !base || isBusy) return;
    const merged = mergePosts(base, post, now);
    if (needsDecisions(merged)) return setMerge(merged);
    takeMerged(resolveMerge(merged, []));
  }

  function takeMerged(merged: PostText): void {
    setPost(merged);
    setBase(baseOf(now));
    setMerge(null);
    setMerged(true);
  }

  function startOver(): void {
    dropDraft(name);
    setPost(source ? fromSource(now ?? source) : initial);
    setBase(baseOf(now));
    setDraftId(newId());
    setRestored(false);
  }

  if (merge) {
    return <MergeView merge={merge} onMerged={takeMerged} onCancel={() => setMerge(null)} />;
  }

  const { fields, text } = post.parts;
  const { words: count, minutes } = measureReading(text);
  const excess = excessOf(post);
  const isPublic = now?.standing === 'published' || now?.standing === 'scheduled';
  const main = mainAction();

  function mainAction(): { label: string; intent: Intent } {
    if (isPublic) return { label: words.save, intent: 'keep' };
    if (!options.mayPublish)
      return { label: source ? words.save : words.propose, intent: source ? 'keep' : 'publish' };
    return {
      label: isScheduled(post, Date.now()) ? words.schedule : words.publish,
      intent: 'publish',
    };
  }

  return (
    <div className={styles.desk} data-shown={shown}>
      <div className={styles.bar}>
        <div className={styles.tabs} role="tablist">
          {(['write', 'preview'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              role="tab"
              id={`tab-${kind}`}
              aria-selected={shown === kind}
              aria-controls={`panel-${kind}`}
              className={styles.tab}
              onClick={() => setShown(kind)}
            >
              {words[kind]}
            </button>
          ))}
        </div>
        <p className={styles.count}>
          <span>{formatPlural(words.words, count, locale)}</span>
          {minutes > 0 && <span>{formatPlural(messages.post.readingTime, minutes, locale)}</span>}
          {excess > 0 ? (
            <strong role="status">{formatPlural(words.tooLong, excess, locale)}</strong>
          ) : (
            isTouched && keeping.works && <span className={styles.kept}>{words.kept}</span>
          )}
        </p>
        <div className={styles.actions}>
          {!isPublic && (
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => void send(source && now?.standing === 'draft' ? 'keep' : 'draft')}
            >
              {words.saveDraft}
            </button>
          )}
          <button
            type="button"
            className="button primary"
            disabled={isBusy}
            onClick={() => void send(main.intent)}
          >
            {sending.kind === 'sending' ? words.sending : main.label}
          </button>
        </div>
      </div>

      <div className={styles.notices}>
        {sending.kind === 'sent' && (
          <Outcome saved={sending.saved} isLate={sending.late} isEdit={isPublic} />
        )}
        {sending.kind === 'refused' && (
          <p role="alert" className={styles.notice}>
            {sending.message || messages.session.failed}
          </p>
        )}
        {latest?.kind === 'gone' && (
          <p role="alert" className={styles.notice}>
            {words.gone}
          </p>
        )}
        {isChanged && !isOver && (
          <p role="alert" className={styles.notice}>
            {now.editedBy ? fill(words.changedBy, { name: now.editedBy }) : words.changed}{' '}
            <button type="button" className="button" onClick={openMerge}>
              {words.compare}
            </button>
          </p>
        )}
        {isMerged && !isChanged && (
          <p role="status" className={styles.notice}>
            {words.merged}
          </p>
        )}
        {source?.path && now && !now.path && !isOver && (
          <p role="status" className={styles.notice}>
            {words.unpublished}
          </p>
        )}
        {isRestored && found && !isOver && (
          <p role="status" className={styles.notice}>
            {fill(words.restored, { date: formatMoment(found.keptAt, locale) })}{' '}
            <button type="button" className="button" onClick={startOver}>
              {words.startOver}
            </button>
          </p>
        )}
        {keeping.isElsewhere && (
          <p role="status" className={styles.notice}>
            {words.otherTab}
          </p>
        )}
        {!keeping.works && <p className={styles.notice}>{words.notKept}</p>}
        {!options.mayPublish && <p className={styles.notice}>{words.proposes}</p>}
      </div>

      <div className={styles.sides}>
        <form
          className={styles.form}
          role="tabpanel"
          id="panel-write"
          aria-labelledby="tab-write"
          onSubmit={(event) => event.preventDefault()}
        >
          {children}
          <label className="visually-hidden" htmlFor="post-title">
            {words.title}
          </label>
          <textarea
            id="post-title"
            className={styles.title}
            dir="auto"
            rows={1}
            required
            placeholder={words.title}
            value={post.title}
            onChange={({ currentTarget: { value } }) =>
              setPost((before) => ({ ...before, title: value.replace(/\s*\n\s*/g, ' ') }))
            }
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (event.metaKey || event.ctrlKey) void send(main.intent);
              else document.getElementById('post-text')?.focus();
            }}
          />
          <div className={styles.filing}>
            <TagField
              value={post.tags}
              onChange={(tags) => setPost((before) => ({ ...before, tags }))}
              options={options}
            />
            {options.series.length > 0 && (
              <label className={styles.series}>
                <span>{words.series}</span>
                <select
                  value={post.series ?? ''}
                  onChange={({ currentTarget: { value } }) =>
                    setPost((before) => ({ ...before, series: value ? Number(value) : null }))
                  }
                >
                  <option value="">{words.noSeries}</option>
                  {options.series.map(({ number, title }) => (
                    <option key={number} value={number}>
                      {title}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
          <TextField
            value={text}
            options={options}
            onSubmit={() => void send(main.intent)}
            onChange={(change) =>
              setPost((before) => ({
                ...before,
                parts: { ...before.parts, text: change(before.parts.text) },
              }))
            }
          />
          <MetadataForm
            fields={fields}
            onChange={(changed) =>
              setPost((before) => ({ ...before, parts: { ...before.parts, fields: changed } }))
            }
          />
        </form>
        <section
          className={styles.preview}
          role="tabpanel"
          id="panel-preview"
          aria-labelledby="tab-preview"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
          tabIndex={0}
        >
          <PreviewPane post={previewPost()} answer={answer} />
        </section>
      </div>
    </div>
  );

  function previewPost() {
    if (!answer || (post.title.trim() === '' && body.trim() === '')) return null;
    return toPreviewPost(post, answer, {
      source,
      author: { ...viewer, kind: 'user' },
      options,
      untitled: words.untitled,
      now: new Date().toISOString(),
    });
  }
}

function baseOf(source: PostSource | null): KeptDraft['base'] {
  if (!source) return null;
  const { version, title, body, tags } = source;
  return { version, title, body, tags };
}

/** Unique enough to name a draft; `randomUUID` is only there on https. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join(
    '',
  );
}
