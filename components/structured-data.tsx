/** JSON-LD for search engines: data in a script element, which nothing runs. */
import type { ReactElement } from 'react';
import type { Thing } from '../lib/feeds/structured-data';

/**
 * A function and no component, because Next's `Head` takes plain elements only. Search engines read
 * what is served; a view asks for it by `typeof window === 'undefined' ? … : null`, so that no browser
 * loads what makes it. With `&&` the bundler keeps it.
 * @param name tells the page's blocks apart
 */
export function structuredData(name: string, data: Thing): ReactElement {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data });
  return (
    <script
      key={`structured-${name}`}
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no tag can end or begin
      dangerouslySetInnerHTML={{ __html: json.replaceAll('<', '\\u003c') }}
    />
  );
}
