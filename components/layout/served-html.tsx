/** The HTML of a part of the page that browsers need not render again; only the server loads this. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SiteContext, type SiteContextValue } from '../site-context';

/** A function and no component: a layout asks for it where `typeof window === 'undefined'`. */
export function servedHtml(value: SiteContextValue, part: ReactElement): string {
  return renderToStaticMarkup(<SiteContext value={value}>{part}</SiteContext>);
}
