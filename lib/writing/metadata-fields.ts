/**
 * The metadata block as fields of a form, for authors who need not know YAML: a body is taken apart
 * into its fields and its text, and put together again. What the form does not know (other keys,
 * comments, the notation) stays as it was written; an untouched block stays as it is to the letter.
 */
import { type Document, isMap, isScalar, type Pair, parseDocument } from 'yaml';
import { fieldOf, type Metadata, parseBody } from '../posts/metadata';
import { type Block, findBlock, plainLines } from '../posts/metadata-block';

export const FIELD_NAMES = [
  'date',
  'description',
  'slug',
  'canonical',
  'cover',
  'language',
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

/** As written; an empty text is a field that is not there. */
export type MetadataFields = Readonly<Record<FieldName, string>>;

export const NO_FIELDS: MetadataFields = {
  date: '',
  description: '',
  slug: '',
  canonical: '',
  cover: '',
  language: '',
};

export interface SplitBody {
  /** Null where the block stays in the text: it is not YAML, or stands where a form cannot hold it. */
  fields: MetadataFields | null;
  /** What the author writes. */
  text: string;
  /** The block as it was written, with the empty lines after it; empty for none. */
  block: string;
}

/** @param body as GitHub has it */
export function splitBody(body: string): SplitBody {
  const source = plainLines(body);
  const found = findBlock(source);
  if (!found) return { fields: NO_FIELDS, text: source, block: '' };
  const document = found.notation === 'backmatter' ? null : readBlock(found);
  if (!document) {
    const isMetadata = !found.optional || parseBody(source).problems.length > 0;
    return { fields: isMetadata ? null : NO_FIELDS, text: source, block: '' };
  }
  const text = found.text.replace(/^\n+/, '');
  const block = source.slice(0, source.length - text.length);
  return { fields: readFields(document), text, block };
}

/** @returns the body that has these fields and this text */
export function joinBody({ fields, text, block }: SplitBody): string {
  if (!fields) return text;
  const written = writeBlock(block, fields);
  if (written === block) return block + text;
  return written ? `${written}\n${text}` : text;
}

/**
 * A template's block without its empty lines and hints, which were for whoever fills it in by hand.
 * @returns the same with nothing in it where nothing is left
 */
export function withoutHints(split: SplitBody): SplitBody {
  const found = findBlock(split.block);
  const document = found && readBlock(found);
  if (!document || !isMap(document.contents)) return split;
  document.contents.items = document.contents.items.filter(
    ({ value }) => isScalar(value) && value.value !== null && value.value !== '',
  );
  document.contents.commentBefore = null;
  document.commentBefore = null;
  const block = document.contents.items.length > 0 ? `${wrap(document, found.notation)}\n` : '';
  return { ...split, block };
}

function writeBlock(block: string, fields: MetadataFields): string {
  const found = findBlock(block);
  const document = (found && readBlock(found)) ?? parseDocument('{}');
  const before = found ? readFields(document) : NO_FIELDS;
  const changed = FIELD_NAMES.filter((name) => fields[name].trim() !== before[name]);
  if (changed.length === 0) return block;
  if (!found) document.contents = document.createNode({});
  if (isMap(document.contents)) document.contents.flow = false;
  for (const name of changed) setField(document, name, fields[name].trim());
  const isEmpty = isMap(document.contents) && document.contents.items.length === 0;
  return isEmpty ? '' : wrap(document, found?.notation ?? 'comment');
}

/** @returns null where the block holds no YAML that a form can show */
function readBlock(block: Block): Document | null {
  const document = parseDocument(block.source, { prettyErrors: false, uniqueKeys: false });
  if (document.errors.length > 0) return null;
  if (document.contents === null) return block.optional ? null : document;
  if (!isMap(document.contents)) return null;
  const isOurs = document.contents.items.some((pair) => fieldOf(keyOf(pair)));
  return isOurs || !block.optional ? document : null;
}

function readFields(document: Document): MetadataFields {
  const fields: Record<FieldName, string> = { ...NO_FIELDS };
  for (const name of FIELD_NAMES) {
    const value = findPair(document, name)?.value;
    const plain = isScalar(value) ? (value.source ?? value.value) : null;
    if (plain !== null && plain !== undefined) fields[name] = String(plain).trim();
  }
  return fields;
}

function setField(document: Document, name: FieldName, value: string): void {
  const pair = findPair(document, name);
  if (!value) {
    if (pair) document.delete(pair.key);
    return;
  }
  if (pair) pair.value = document.createNode(value);
  else if (isMap(document.contents)) document.contents.add(document.createPair(name, value));
  else document.contents = document.createNode({ [name]: value });
}

function findPair(document: Document, name: keyof Metadata): Pair | undefined {
  if (!isMap(document.contents)) return undefined;
  return document.contents.items.findLast((pair) => fieldOf(keyOf(pair)) === name);
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** A comment is invisible on GitHub, unless what is in it would end it. */
function wrap(document: Document, notation: Block['notation']): string {
  const yaml = document.toString({ lineWidth: 0 });
  const fitsComment = notation === 'comment' && !yaml.includes('-->');
  return fitsComment ? `<!--\n${yaml}-->\n` : `---\n${yaml}---\n`;
}
