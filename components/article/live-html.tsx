/** A rendered text that may change while it is open. */
import { type HTMLAttributes, useEffect, useRef, useState } from 'react';
import { keepReadingPosition } from '../../lib/discussion/keep-position';
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

  useEffect(() => {
    if (!element.current || html === shown.current) return;
    shown.current = html;
    void show(element.current, html);
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

/** What compares two versions is loaded with the first change; after a deploy it may be gone. */
async function show(text: Element, html: string): Promise<void> {
  const file = await import('../../lib/discussion/show-html').catch(() => null);
  keepReadingPosition(() => {
    if (file) file.showHtml(text, html);
    else text.innerHTML = html;
  });
}
