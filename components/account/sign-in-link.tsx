/** The way to sign in: a plain link, so that it works without a script and is the same for everybody. */
import type { ReactNode } from 'react';
import { signInPath } from '../../lib/paths';

export interface SignInLinkProps {
  /** The page it stands on; null where that is not known, and the browser has to say. */
  path: string | null;
  className?: string | undefined;
  children: ReactNode;
}

/** `offer-account.ts` adds where exactly on the page the reader is. */
export function SignInLink({ path, className, children }: SignInLinkProps) {
  return (
    <a
      href={signInPath(path ?? undefined)}
      className={className}
      rel="nofollow"
      data-sign-in=""
      suppressHydrationWarning
    >
      {children}
    </a>
  );
}
