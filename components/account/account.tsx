/**
 * The header's place for signing in: the same HTML for every reader, a link and a menu that stays
 * hidden until `account-menu.ts` knows of somebody. Like the whole header it is made on the server.
 */
import { type AddressedPage, useSite } from '../site-context';
import styles from './account.module.css';
import { accountHtml } from './account-html';

/** @param page where it stands */
export function Account({ page }: { page: AddressedPage }) {
  const { site, messages } = useSite();
  if (!site.canSignIn) return null;
  const { language } = site;
  return (
    <div
      className={styles.account}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own, see account-html.ts
      dangerouslySetInnerHTML={{
        __html: accountHtml({ page, language, signIn: messages.session.signIn }),
      }}
    />
  );
}
