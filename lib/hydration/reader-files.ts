/** The scripts of a page before the framework; `build-reader.js` makes them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ReaderFiles {
  /** The boot script's text, as it stands in the page. */
  boot: string;
  /** The address of the reader's module. */
  reader: string;
  /** The address of the editor's style sheet. */
  writing: string;
  /** The address of the style sheet of taking part. */
  participation: string;
}

let files: ReaderFiles | null = null;

/** @throws Error where nothing was built yet */
export function readReaderFiles(): ReaderFiles {
  if (files && process.env.NODE_ENV === 'production') return files;
  const text = readFileSync(join(process.cwd(), 'lib/hydration/dist/reader.json'), 'utf8');
  const { boot, reader, writing, participation }: Record<string, unknown> = JSON.parse(text);
  files = {
    boot: String(boot),
    reader: String(reader),
    writing: String(writing),
    participation: String(participation),
  };
  return files;
}
