/**
 * Trusted Types: the page's policy lets no text become markup or a script unless it passes here. What
 * frameworks and our own scripts set is let through when it is of the kind they have reason to set,
 * so that a hole elsewhere has one wall more to pass. Source: the W3C's "Trusted Types".
 */

interface Policy {
  createHTML(html: string, type: string, sink: string): string | null;
  createScript(script: string): string | null;
  createScriptURL(address: string): string | null;
}

/** Call before anything sets markup. Browsers without Trusted Types go on as ever. */
export function guardSinks(): void {
  const types: { createPolicy?: (name: string, policy: Policy) => unknown } | undefined =
    Reflect.get(window, 'trustedTypes');
  types?.createPolicy?.('default', policy);
}

export const policy: Policy = {
  // A document that is only parsed runs nothing.
  createHTML: (html, _type, sink) => (/^DOMParser/.test(sink) || isInert(html) ? html : null),
  createScript: (text) => (isData(text) ? text : null),
  createScriptURL: (address) =>
    new URL(address, document.baseURI).origin === location.origin ? address : null,
};

/** What React makes script elements of; it then fills them with data. */
const EMPTY_SCRIPT = '<script></script>';
const TAG = /<(?:"[^"]*"|[^">])*>/g;
const ACTIVE = /^<(?:script|style|iframe|object|embed|base|link|meta)\b|\son\w+\s*=/i;

/** @param html as our own serialisers write it, attributes in double quotes */
function isInert(html: string): boolean {
  if (html === EMPTY_SCRIPT) return true;
  return !(html.match(TAG) ?? []).some((tag) => ACTIVE.test(tag.replace(/"[^"]*"/g, '""')));
}

/** Data in a script element, which is JSON with us, and never a script. */
function isData(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
