/** A post's tags: chips, and a field that knows the tags that are there. */
import { useState } from 'react';
import { fill } from '../../lib/i18n';
import { LONGEST_LABEL } from '../../lib/writing/limits';
import type { WritingOptions } from '../../lib/writing/shapes';
import { usePageParts, useWords } from './writing-context';

export interface TagFieldProps {
  value: readonly string[];
  onChange(tags: string[]): void;
  options: Pick<WritingOptions, 'tags' | 'mayCreateTags'>;
}

export function TagField({ value, onChange, options }: TagFieldProps) {
  const words = useWords();
  const { Dot } = usePageParts();
  const [typed, setTyped] = useState('');
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const rest = options.tags.filter(({ name }) => !value.some((tag) => isSame(tag, name)));

  /** @returns whether it is a tag now */
  function add(text: string): boolean {
    const name = text.trim().replace(/,+$/, '').trim();
    const known = rest.find((tag) => isSame(tag.name, name))?.name;
    const isNew = options.mayCreateTags && name !== '' && !value.some((tag) => isSame(tag, name));
    const added = known ?? (isNew ? name : null);
    if (added === null) return false;
    onChange([...value, added]);
    setTyped('');
    return true;
  }

  if (options.tags.length === 0 && !options.mayCreateTags && value.length === 0) return null;
  return (
    <fieldset className="tag-field-field">
      <legend className="tag-field-label">{words.tags}</legend>
      <ul className="tag-field-tags">
        {value.map((name) => (
          <li key={name} className="tag-field-tag">
            <Dot color={options.tags.find((tag) => isSame(tag.name, name))?.color ?? ''} />
            {name}
            <button
              type="button"
              className="tag-field-remove"
              aria-label={fill(words.removeTag, { name })}
              onClick={() => onChange(value.filter((other) => other !== name))}
            >
              <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
                <path d="m2 2 6 6M8 2 2 8" stroke="currentColor" strokeWidth="1.4" />
              </svg>
            </button>
          </li>
        ))}
        <li>
          <input
            type="text"
            className="tag-field-add"
            list="known-tags"
            aria-label={words.addTag}
            placeholder={words.addTag}
            maxLength={LONGEST_LABEL}
            autoComplete="off"
            enterKeyHint="enter"
            value={typed}
            onChange={({ currentTarget, nativeEvent }) => {
              const text = currentTarget.value;
              setTyped(text);
              const { inputType } = Object(nativeEvent);
              // Chosen from the list, not typed.
              if (inputType === 'insertReplacementText' || inputType === undefined) add(text);
              else if (text.endsWith(',')) add(text);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                add(typed);
              }
              if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1));
            }}
            onBlur={() => {
              if (!add(typed)) setTyped('');
            }}
          />
          <datalist id="known-tags">
            {rest.map(({ name, description }) => (
              <option key={name} value={name}>
                {description}
              </option>
            ))}
          </datalist>
        </li>
      </ul>
    </fieldset>
  );
}
