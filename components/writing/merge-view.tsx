/** Two versions of one text, side by side where they disagree; nothing is lost, whatever is chosen. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { fill } from '../../lib/i18n';
import { type PostMerge, resolveMerge } from '../../lib/writing/merge-posts';
import type { MergePart } from '../../lib/writing/merge-texts';
import type { PostText } from '../../lib/writing/post-text';
import { useWords } from './writing-context';

export interface MergeViewProps {
  merge: PostMerge;
  onMerged(post: PostText): void;
  onCancel(): void;
}

type Conflict = Extract<MergePart, { kind: 'conflict' }>;

export function MergeView({ merge, onMerged, onCancel }: MergeViewProps) {
  const words = useWords();
  const parts = useMemo(() => [merge.title, ...merge.body], [merge]);
  const conflicts = parts.filter((part): part is Conflict => part.kind === 'conflict');
  const [results, setResults] = useState(() => conflicts.map(({ mine }) => mine));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  let number = -1;
  return (
    <section className="merge-view-merge" aria-labelledby="merge-title">
      <h2 id="merge-title" ref={heading} tabIndex={-1} className="merge-view-title">
        {words.mergeTitle}
      </h2>
      <p className="merge-view-help">{words.mergeHelp}</p>
      {parts.map((part, place) => {
        // Parts have no names of their own and never move: their place tells them apart.
        if (part.kind === 'agreed') return <Agreed key={String(place)} text={part.text} />;
        number += 1;
        const index = number;
        return (
          <Choice
            key={String(place)}
            conflict={part}
            label={fill(words.place, { number: index + 1, count: conflicts.length })}
            name={`place-${index}`}
            result={results[index] ?? ''}
            onResult={(text) =>
              setResults((before) => before.map((one, other) => (other === index ? text : one)))
            }
          />
        );
      })}
      <p className="merge-view-actions">
        <button
          type="button"
          className="button primary"
          onClick={() =>
            onMerged(
              resolveMerge(
                merge,
                results.map((text) => text || null),
              ),
            )
          }
        >
          {words.useMerged}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {words.backToText}
        </button>
      </p>
    </section>
  );
}

/** Long stretches that both agree on show only where they begin and end. */
function Agreed({ text }: { text: string }) {
  const lines = text.split('\n');
  if (text.trim() === '') return null;
  return (
    <div className="merge-view-agreed" dir="auto">
      {lines.length > 6
        ? `${lines.slice(0, 2).join('\n')}\n⋯\n${lines.slice(-2).join('\n')}`
        : text}
    </div>
  );
}

interface ChoiceProps {
  conflict: Conflict;
  label: string;
  name: string;
  result: string;
  onResult(text: string): void;
}

function Choice({ conflict: { mine, theirs }, label, name, result, onResult }: ChoiceProps) {
  const words = useWords();
  const choices = [
    [words.mine, mine],
    [words.theirs, theirs],
    [words.both, `${mine}\n${theirs}`],
  ] as const;
  return (
    <fieldset className="merge-view-choice">
      <legend className="merge-view-legend">{label}</legend>
      <div className="merge-view-sides">
        {choices.slice(0, 2).map(([title, text]) => (
          <div key={title} className="merge-view-side">
            <p className="merge-view-whose">{title}</p>
            <div className="merge-view-version" dir="auto">
              {text || <em>{words.nothing}</em>}
            </div>
          </div>
        ))}
      </div>
      <div className="merge-view-radios">
        {choices.map(([title, text]) => (
          <label key={title} className="merge-view-radio">
            <input
              type="radio"
              name={name}
              checked={result === text}
              onChange={() => onResult(text)}
            />
            {title}
          </label>
        ))}
      </div>
      <label className="merge-view-result-label" htmlFor={`${name}-result`}>
        {words.result}
      </label>
      <textarea
        id={`${name}-result`}
        className="merge-view-result"
        dir="auto"
        value={result}
        onChange={({ currentTarget }) => onResult(currentTarget.value)}
      />
    </fieldset>
  );
}
