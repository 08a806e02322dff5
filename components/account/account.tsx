/**
 * The header's place for signing in: the same HTML for every reader, made on the server, a link and a
 * menu that stays hidden until `account-menu.ts` knows of somebody. The browser's React is told to
 * look away, and carries none of it.
 */
import { useSite } from '../site-context';
import styles from './account.module.css';
import { type AccountHtml, accountHtml } from './account-html';

/** @param router where it stands */
export function Account({ router }: { router: AccountHtml['page'] }) {
  const { site, messages } = useSite();
  if (!site.canSignIn) return null;
  const html =
    typeof window === 'undefined'
      ? accountHtml({ page: router, language: site.language, signIn: messages.session.signIn })
      : '';
  return (
    <div
      className={styles.account}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own, see account-html.ts
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
