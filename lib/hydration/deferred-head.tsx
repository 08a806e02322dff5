/**
 * Next's `<head>` without Next's scripts: a page is served as HTML and CSS, and the framework's
 * scripts wait in the boot script's `data-src` until something needs them. In development everything
 * loads at once, as usual.
 */
import { Head } from 'next/document';
import type { JSX } from 'react';
import { readConfig } from '../config';
import { messagesFor } from '../i18n/languages';
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

  /** The boot script stands before the style sheets, for which a later one would have to wait. */
  override getCssLinks(files: Files): JSX.Element[] {
    return [this.renderBoot(files), ...(super.getCssLinks(files) ?? [])];
  }

  private renderBoot(files: Files): JSX.Element {
    const { boot, reader } = readReaderFiles();
    const words = JSON.stringify(messagesFor(readConfig().site.language).article);
    if (this.context.isDevelopment) return <Boot key="boot" {...{ boot, reader, words }} />;
    const addresses = addressesOf([...super.getDynamicChunks(files), ...super.getScripts(files)]);
    const { pageProps } = this.context.__NEXT_DATA__.props;
    const revision = textIn(pageProps, 'revision');
    const channel = textIn(pageProps, 'channel');
    return <Boot key="boot" {...{ boot, reader, words, addresses, revision, channel }} />;
  }
}

interface BootProps {
  boot: string;
  reader: string;
  /** What the reader's module says, as JSON. */
  words: string;
  addresses?: string[];
  revision?: string | undefined;
  /** See `useLivePage`. */
  channel?: string | undefined;
}

function Boot({ boot, reader, words, addresses, revision, channel }: BootProps) {
  return (
    <script
      id="boot"
      data-reader={reader}
      data-words={words}
      data-src={addresses?.join(' ')}
      data-revision={revision}
      data-channel={channel}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own file, allowed by its hash
      dangerouslySetInnerHTML={{ __html: boot }}
    />
  );
}

/**
 * @param scripts what Next would put into the page
 * @throws Error when it is not the plain list of files that can be loaded later in the same order
 */
export function addressesOf(scripts: readonly (JSX.Element | null)[]): string[] {
  const addresses = scripts
    .filter((script) => script !== null)
    .map(({ type, props }) => {
      const isFile = type === 'script' && typeof props.src === 'string' && !props.children;
      if (isFile && /^\S+\.js(\?\S*)?$/.test(props.src) && !props.dangerouslySetInnerHTML) {
        return String(props.src);
      }
      throw new Error(
        `Next's scripts should all be files, so that they can be loaded later; got <${String(type)}> with ${Object.keys(props).join(', ')}. See lib/hydration/deferred-head.tsx.`,
      );
    });
  if (!addresses.some((address) => address.includes('_buildManifest.js'))) {
    throw new Error("Next's scripts should include its build manifest; see deferred-head.tsx.");
  }
  return addresses;
}

function textIn(pageProps: unknown, key: string): string | undefined {
  if (typeof pageProps !== 'object' || pageProps === null) return undefined;
  const value: unknown = Reflect.get(pageProps, key);
  return typeof value === 'string' ? value : undefined;
}
