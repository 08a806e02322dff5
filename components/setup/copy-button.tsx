/** Copies a setting; the only part of the set-up that needs a script. */
import { useState } from 'react';
import styles from './setup.module.css';

export interface CopyButtonProps {
  text: string;
  /** The button's name. */
  label: string;
  /** What it says afterwards. */
  copied: string;
  /** Shows a sign in place of the name. */
  short?: boolean;
}

/** Browsers copy only on encrypted pages and on localhost; elsewhere the text is there to be selected. */
export function CopyButton({ text, label, copied, short = false }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard?.writeText(text);
    setCopied(navigator.clipboard !== undefined);
    setTimeout(() => setCopied(false), 3_000);
  }

  return (
    <button
      className={`button ${styles.copy}`}
      type="button"
      aria-label={short ? label : undefined}
      onClick={() => void copy().catch(() => {})}
    >
      {short ? <span aria-hidden="true">{isCopied ? '✓' : '⧉'}</span> : isCopied ? copied : label}
      {short && (
        <span className="visually-hidden" role="status">
          {isCopied ? copied : ''}
        </span>
      )}
    </button>
  );
}
