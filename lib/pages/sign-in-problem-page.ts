/** What to tell somebody who could not sign in, and where they go on. */
import { readConfig } from '../config';
import { type SignInWords, signInWords } from '../i18n/sign-in-words';
import { SIGN_IN_PROBLEMS, type SignInProblem, signInPath } from '../paths';
import { sameSitePath } from '../session/same-site-path';
import { type SiteProps, siteProps } from './page-result';

export interface SignInProblemProps {
  words: Pick<SignInWords, 'title' | 'tryAgain' | 'back'>;
  text: string;
  /** The way to begin again; null where that cannot help. */
  signIn: string | null;
  /** Where the reader was. */
  returnTo: string;
}

const STATUSES: Readonly<Record<SignInProblem, number>> = {
  expired: 400,
  'github-down': 503,
  refused: 502,
  off: 404,
};

/**
 * @param query of the address: as `signInProblemPath` writes it, or anybody's
 * @returns also the status to answer with
 */
export function loadSignInProblem(query: Readonly<Record<string, unknown>>): {
  status: number;
  props: SiteProps & SignInProblemProps;
} {
  const config = readConfig();
  const problem = SIGN_IN_PROBLEMS.find((name) => name === query.problem) ?? 'expired';
  const { problems, title, tryAgain, back } = signInWords(config.site.language);
  const returnTo = sameSitePath(query.return);
  const props = {
    ...siteProps(config),
    words: { title, tryAgain, back },
    text: problems[problem],
    signIn: config.site.canSignIn ? signInPath(returnTo) : null,
    returnTo,
  };
  return { status: STATUSES[problem], props };
}
