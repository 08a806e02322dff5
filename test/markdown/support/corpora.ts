/** The test data in `test/fixtures/markdown/corpora`; its README says where it comes from. */
import { readFileSync } from 'node:fs';

export interface Example {
  name: string;
  markdown: string;
  html: string;
  mode: string;
  ext: string;
}

/** Reads a corpus; fields that a corpus does not have are empty. */
export function readCorpus(name: string): Example[] {
  return readJson(name).map((entry) => ({
    name: text(entry, 'name'),
    // Some fixtures show white space as pictures.
    markdown: text(entry, 'markdown')
      .replaceAll('␉', '\t')
      .replaceAll('␠', ' ')
      .replaceAll('␊', '\n'),
    html: text(entry, 'html'),
    mode: text(entry, 'mode'),
    ext: text(entry, 'ext'),
  }));
}

/** Inputs made of pieces to be repeated, cut at GitHub's limit of 65,536 characters. */
export function readPathological(): { name: string; body: string }[] {
  return readJson('pathological').map((entry) => {
    const parts: unknown = Reflect.get(entry, 'parts');
    if (!Array.isArray(parts)) throw new Error('A pathological input should have parts.');
    const body = parts.map(([piece, times]) => String(piece).repeat(Number(times))).join('');
    return { name: text(entry, 'name'), body: body.slice(0, 65_536) };
  });
}

function readJson(name: string): object[] {
  const file = new URL(`../../fixtures/markdown/corpora/${name}.json`, import.meta.url);
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(value)) throw new Error(`${name}.json should hold a list.`);
  return value;
}

function text(entry: object, field: string): string {
  const value: unknown = Reflect.get(entry, field);
  return typeof value === 'string' ? value : '';
}
