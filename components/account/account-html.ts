/** What stands in the header for signing in, as HTML; `account.module.css` knows its elements. */
import { withBase } from '../../lib/base-path';
import { escapeXml } from '../../lib/feeds/escape-xml';
import { accountWords } from '../../lib/i18n/account-words';
import { homePath, NEW_POST_PATH, SIGN_OUT_PATH, signInPath } from '../../lib/paths';
import type { AddressedPage } from '../site-context';

export interface AccountHtml {
  page: AddressedPage;
  /** BCP 47. */
  language: string;
  /** The link's text. */
  signIn: string;
}

export function accountHtml({ page, language, signIn }: AccountHtml): string {
  const path = pathOf(page);
  const { signedInAs, newPost, signOut, denied, ended } = accountWords(language);
  return fill`<a href="${signInPath(path ?? undefined)}" rel="nofollow" data-sign-in>${signIn}</a>
<details hidden data-account data-signed-in-as="${signedInAs}" data-denied="${denied}" data-ended="${ended}">
<summary></summary>
<div>
<p></p>
<ul>
<li><a href="${NEW_POST_PATH}">${newPost}</a></li>
<li><form method="post" action="${SIGN_OUT_PATH}"><input type="hidden" name="return" value="${path ?? homePath()}"><button type="submit">${signOut}</button></form></li>
</ul>
</div>
</details>`;
}

/**
 * As browsers know it; `asPath` leaves out what the site lives below. Null for pages that do not know
 * where the reader is, so that the browser has to say.
 */
function pathOf({ route, asPath }: AccountHtml['page']): string | null {
  const isKnown = !/^\/(?:404|500|_error|sign-in)$/.test(route);
  return isKnown ? withBase(asPath.split(/[?#]/)[0] ?? '/') : null;
}

/** Whatever is put in is text. */
function fill(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.map((part, place) => part + escapeXml(values[place] ?? '')).join('');
}
