/**
 * The icons, drawn for this blog on a grid of 16, in the colour of the text around them. The
 * drawings stand in one file that browsers keep, so that neither the pages nor the scripts carry
 * them. After changing that file give it a new name: a test says which.
 */

import { withBase } from '../lib/base-path';

/** The file's address; its name is its content's. */
export const ICONS = '/icons/7ca8e17a.svg';

export type IconName =
  | 'back'
  | 'clock'
  | 'comment'
  | 'dark'
  | 'feed'
  | 'forward'
  | 'github'
  | 'heart'
  | 'light'
  | 'lock'
  | 'markdown'
  | 'pin'
  | 'react'
  | 'search'
  | 'share'
  | 'system';

/** Decoration only: whatever carries an icon also has a name in words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      data-directional={name === 'forward' || name === 'back' ? '' : undefined}
      width="16"
      height="16"
      aria-hidden="true"
    >
      <use href={`${withBase(ICONS)}#${name}`} />
    </svg>
  );
}
