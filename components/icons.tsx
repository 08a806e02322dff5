/** The icons, drawn for this blog on a grid of 16, in the colour of the text around them. */
import type { ReactNode } from 'react';

const SHAPES = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 4 4" />
    </>
  ),
  feed: (
    <>
      <path d="M2.5 8a5.5 5.5 0 0 1 5.5 5.5M2.5 2.5a11 11 0 0 1 11 11" />
      <circle cx="3.6" cy="12.4" r="1.1" fill="currentColor" stroke="none" />
    </>
  ),
  system: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  light: (
    <>
      <circle cx="8" cy="8" r="2.75" />
      <path d="M8 1v1.75M8 13.25V15M1 8h1.75M13.25 8H15M3.05 3.05l1.25 1.25M11.7 11.7l1.25 1.25M12.95 3.05 11.7 4.3M4.3 11.7l-1.25 1.25" />
    </>
  ),
  dark: <path d="M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z" />,
  comment: <path d="M2.5 3.5h11v7.5H7.75L4.5 13.75V11h-2z" />,
  heart: (
    <path d="M8 13.2 3.1 8.5a3 3 0 0 1 0-4.4 3.2 3.2 0 0 1 4.4 0l.5.5.5-.5a3.2 3.2 0 0 1 4.4 0 3 3 0 0 1 0 4.4z" />
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.75V8l2.25 1.5" />
    </>
  ),
  pin: <path d="M5.75 1.75h4.5l-.5 4.5 2 2.25h-7.5l2-2.25zM8 8.5v5.75" />,
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1" />
      <path d="M5.25 7V4.9a2.75 2.75 0 0 1 5.5 0V7" />
    </>
  ),
  github: (
    <path
      d="M8 1.2a6.9 6.9 0 0 0-2.2 13.4c.4.1.5-.1.5-.3v-1.4c-1.9.4-2.3-.8-2.3-.8-.3-.8-.8-1-.8-1-.6-.4.1-.4.1-.4.7 0 1 .7 1 .7.6 1.1 1.7.8 2.1.6 0-.4.2-.8.4-.9-1.5-.2-3.1-.8-3.1-3.4 0-.8.3-1.4.7-1.9 0-.2-.3-.9.1-1.8 0 0 .6-.2 1.9.7a6.6 6.6 0 0 1 3.4 0c1.3-.9 1.9-.7 1.9-.7.4.9.1 1.6.1 1.8.4.5.7 1.1.7 1.9 0 2.6-1.6 3.2-3.1 3.4.2.2.5.6.5 1.3v1.9c0 .2.1.4.5.3A6.9 6.9 0 0 0 8 1.2z"
      fill="currentColor"
      stroke="none"
    />
  ),
  forward: <path d="M2.5 8h11M9.25 3.75 13.5 8l-4.25 4.25" />,
  back: <path d="M13.5 8h-11M6.75 3.75 2.5 8l4.25 4.25" />,
  share: <path d="M8 9.5V1.75M5 4.25l3-2.75 3 2.75M4.5 7h-1.25v7h9.5V7H11.5" />,
  markdown: (
    <>
      <rect x="1.25" y="3.5" width="13.5" height="9" rx="1" />
      <path d="M3.75 10V6l2 2.25L7.75 6v4M11.25 6v3.75M9.6 8.25l1.65 1.75 1.65-1.75" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** Decoration only: whatever carries an icon also has a name in words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      data-directional={name === 'forward' || name === 'back' ? '' : undefined}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {SHAPES[name]}
    </svg>
  );
}
