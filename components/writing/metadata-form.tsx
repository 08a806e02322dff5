/** What GitHub has no field for: date, address, description and the like, without their YAML. */
import {
  FIELD_NAMES,
  type FieldName,
  type MetadataFields,
} from '../../lib/writing/metadata-fields';
import { useWords } from './writing-context';

export interface MetadataFormProps {
  /** Null where the block in the text is not one that a form can edit. */
  fields: MetadataFields | null;
  onChange(fields: MetadataFields): void;
}

export function MetadataForm({ fields, onChange }: MetadataFormProps) {
  const words = useWords();
  if (!fields) return <p className="metadata-form-note">{words.metadataInText}</p>;
  const isOpen = FIELD_NAMES.some((name) => fields[name] !== '');
  const names: Readonly<Record<FieldName, [label: string, help: string]>> = {
    date: [words.date, words.dateHelp],
    description: [words.description, words.descriptionHelp],
    slug: [words.slug, words.slugHelp],
    canonical: [words.canonical, words.canonicalHelp],
    cover: [words.cover, words.coverHelp],
    language: [words.language, words.languageHelp],
  };
  return (
    <details className="metadata-form-details" open={isOpen || undefined}>
      <summary className="metadata-form-summary">{words.details}</summary>
      <div className="metadata-form-fields">
        {FIELD_NAMES.map((name) => {
          const [label, help] = names[name];
          const id = `metadata-${name}`;
          return (
            <div key={name} className="metadata-form-field" data-field={name}>
              <label htmlFor={id}>{label}</label>
              <input
                id={id}
                {...ATTRIBUTES[name]}
                className="metadata-form-input"
                aria-describedby={`${id}-help`}
                value={name === 'date' ? toLocal(fields.date) : fields[name]}
                onChange={({ currentTarget: { value } }) =>
                  onChange({ ...fields, [name]: name === 'date' ? fromLocal(value) : value })
                }
              />
              <p id={`${id}-help`} className="metadata-form-help">
                {help}
              </p>
            </div>
          );
        })}
      </div>
    </details>
  );
}

const ATTRIBUTES: Readonly<Record<FieldName, React.InputHTMLAttributes<HTMLInputElement>>> = {
  date: { type: 'datetime-local' },
  description: { type: 'text', maxLength: 500, dir: 'auto' },
  slug: { type: 'text', maxLength: 80, dir: 'auto' },
  canonical: { type: 'url', placeholder: 'https://', dir: 'ltr' },
  cover: { type: 'url', placeholder: 'https://', dir: 'ltr' },
  language: { type: 'text', maxLength: 35, dir: 'ltr', autoCapitalize: 'none', spellCheck: false },
};

/** @param date as the metadata has it @returns what the field shows; empty for what is no date */
function toLocal(date: string): string {
  const time = new Date(date);
  if (date === '' || Number.isNaN(time.getTime())) return '';
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function fromLocal(value: string): string {
  const time = new Date(value);
  return value === '' || Number.isNaN(time.getTime())
    ? ''
    : time.toISOString().replace(/:00\.000Z$/, ':00Z');
}
