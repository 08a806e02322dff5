/** A rendered text that may change while it is open. */
import { type HTMLAttributes, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { showHtml } from '../../lib/discussion/show-html';
import { TEXT_CHANGED } from '../../lib/discussion/text-source';
import { nameOfText, type Text } from '../../lib/hydration/page-data';

export interface LiveHtmlProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  text: Text;
}

/**
 * React renders the first version and leaves the element alone from then on: others decorate it, and
 * a later version goes in where it differs.
 */
export function LiveHtml({ text, ...attributes }: LiveHtmlProps) {
  const { html } = text;
  const [first] = useState(html);
  const element = useRef<HTMLDivElement>(null);
  const shown = useRef(html);

  useLayoutEffect(() => {
    if (!element.current || html === shown.current) return;
    shown.current = html;
    showHtml(element.current, html);
  }, [html]);

  // A comment that arrives while the page is open has not been decorated yet.
  useEffect(() => {
    element.current?.dispatchEvent(new CustomEvent(TEXT_CHANGED, { bubbles: true }));
  }, []);

  return (
    <div
      {...attributes}
      ref={element}
      data-html={nameOfText(text)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: lib/markdown made it safe
      dangerouslySetInnerHTML={{ __html: first }}
    />
  );
}
