/**
 * Next's `<head>` without Next's scripts: a page is served as HTML and CSS, and the framework's
 * scripts wait in the boot script's `data-src` until something needs them. In development everything
 * loads at once, as usual.
 */
import { Head } from 'next/document';
import type { JSX } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { BASE_PATH, withBase } from '../base-path';
import { readConfig } from '../config';
import { spokenLanguage } from '../i18n';
import { ARTICLE_WORDS } from '../i18n/article-words';
import { tidyHtml } from '../pages/tidy-html';
import { textAt } from '../unknown-fields';
import { readReaderFiles } from './reader-files';

type Files = Parameters<Head['getScripts']>[0];

export class DeferredHead extends Head {
  override getPolyfillScripts(): JSX.Element[] {
    return this.context.isDevelopment ? super.getPolyfillScripts() : [];
  }

  override getDynamicChunks(files: Files): (JSX.Element | null)[] {
    return this.context.isDevelopment ? super.getDynamicChunks(files) : [];
  }

  override getScripts(files: Files): JSX.Element[] {
    return this.context.isDevelopment ? super.getScripts(files) : [];
  }

  /** As one would write it: see `tidyHtml`. In development Next needs its own elements. */
  override render(): JSX.Element {
    const head = super.render();
    if (this.context.isDevelopment) return head;
    const html = tidyHtml(renderToStaticMarkup(head)).replace(/^<head>|<\/head>$/g, '');
    // biome-ignore lint/security/noDangerouslySetInnerHtml: what would stand here anyway
    return <head dangerouslySetInnerHTML={{ __html: html }} />;
  }

  /** The boot script stands before the style sheets, for which a later one would have to wait. */
  override getCssLinks(files: Files): JSX.Element[] {
    return [this.renderBoot(files), ...(super.getCssLinks(files) ?? [])];
  }

  private renderBoot(files: Files): JSX.Element {
    const { boot, reader, participation } = readReaderFiles();
    const { language, canSignIn } = readConfig().site;
    const words = JSON.stringify(ARTICLE_WORDS[spokenLanguage(language)]);
    const own = { boot, reader, words, sheet: canSignIn ? participation : null };
    if (this.context.isDevelopment) return <Boot key="boot" {...own} />;
    const { scripts, loads } = describeScripts([
      ...super.getDynamicChunks(files),
      ...super.getScripts(files),
    ]);
    const { pageProps } = this.context.__NEXT_DATA__.props;
    const revision = textAt(pageProps, 'revision') ?? undefined;
    const channel = textAt(pageProps, 'channel') ?? undefined;
    return <Boot key="boot" {...own} {...{ scripts, loads, revision, channel }} />;
  }
}

interface BootProps {
  boot: string;
  reader: string;
  /** What the reader's module says, as JSON. */
  words: string;
  /** The style sheet of taking part; null where nobody can. */
  sheet: string | null;
  /** Addresses of the framework's scripts, in order. */
  scripts?: string[];
  /** What the framework's loader has to know of this page, as JSON. */
  loads?: string;
  revision?: string | undefined;
  /** See `useLivePage`. */
  channel?: string | undefined;
}

function Boot({ boot, reader, words, sheet, scripts, loads, revision, channel }: BootProps) {
  return (
    <script
      id="boot"
      data-base={BASE_PATH || undefined}
      data-reader={withBase(reader)}
      data-words={words}
      data-sheet={sheet ? withBase(sheet) : undefined}
      data-src={scripts?.join(' ')}
      data-loads={loads}
      data-revision={revision}
      data-channel={channel}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own file, allowed by its hash
      dangerouslySetInnerHTML={{ __html: boot }}
    />
  );
}

/**
 * @param elements what Next would put into the page
 * @throws Error when it is not what can be loaded later in the same order: files, and one script that
 *   tells Turbopack's loader which of them the page starts with
 */
export function describeScripts(elements: readonly (JSX.Element | null)[]): {
  scripts: string[];
  loads: string;
} {
  const scripts: string[] = [];
  const loads: unknown[] = [];
  for (const element of elements) {
    if (!element) continue;
    const { src, dangerouslySetInnerHTML } = element.props;
    if (element.type !== 'script') throw unexpected(`<${String(element.type)}>`);
    if (typeof src === 'string' && /^\S+\.js(\?\S*)?$/.test(src)) scripts.push(src);
    else loads.push(...readLoads(String(dangerouslySetInnerHTML?.__html ?? src)));
  }
  if (!scripts.some((address) => address.includes('_buildManifest.js'))) {
    throw unexpected('no build manifest');
  }
  return { scripts, loads: JSON.stringify(loads) };
}

/** A statement of the script that tells Turbopack's loader about a page. */
const LOAD =
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{.*\})\);$/;

function readLoads(script: string): unknown[] {
  return script.split('\n').map((statement) => {
    const [, load] = LOAD.exec(statement) ?? [];
    if (!load) throw unexpected(`the script ${statement.slice(0, 200)}`);
    return JSON.parse(load);
  });
}

function unexpected(what: string): Error {
  return new Error(
    `Next's scripts should be what lib/hydration/deferred-head.tsx knows how to load later; got ${what}.`,
  );
}
