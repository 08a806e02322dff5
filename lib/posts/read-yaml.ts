/**
 * The YAML of a metadata block as plain values. Anybody may open an issue, and its block is read where
 * readers wait, so that it is bounded before it is parsed. Nothing comes out but words and lists of them:
 * what YAML has beyond (aliases, keys that are lists, depth) can be made to cost or to throw.
 */
import { isMap, isScalar, isSeq, Lexer, parseDocument } from 'yaml';

export type Word = string | number | boolean;

/** `undefined` is a value of a kind that no field has. */
export type YamlValue = Word | null | readonly (Word | ReadonlyMap<string, Word>)[] | undefined;

export type YamlReading =
  | { kind: 'read'; values: ReadonlyMap<string, YamlValue> }
  /** `at` is the place in the source, in characters. */
  | { kind: 'refused'; message: string; at: number };

const LONGEST = 4_000;
const MOST_TOKENS = 1_500;
const DEEPEST = 10;

/** @param source JSON as well, which is YAML @returns the value of each name, in order */
export function readYaml(source: string): YamlReading {
  if (source.length > LONGEST || !isModest(source)) {
    const message = `The metadata is too much: it may have ${LONGEST} characters, simple names, and lists in them.`;
    return { kind: 'refused', message, at: 0 };
  }
  const document = parseDocument(source, { prettyErrors: false, uniqueKeys: false });
  const [error] = document.errors;
  if (error) {
    const message = `The metadata is not valid YAML: ${error.message.split('\n')[0]}`;
    return { kind: 'refused', message, at: error.pos[0] };
  }
  if (document.contents === null) return { kind: 'read', values: new Map() };
  const values = entriesOf(document.contents, readValue);
  return values
    ? { kind: 'read', values }
    : { kind: 'refused', message: 'The metadata should be a list of "name: value" lines.', at: 0 };
}

/** Whether it is not made to keep the parser busy, which takes the longer the deeper it gets. */
function isModest(source: string): boolean {
  let [tokens, brackets, steps] = [0, 0, 0];
  for (const token of new Lexer().lex(source)) {
    tokens += 1;
    if (token === '[' || token === '{') brackets += 1;
    else if (token === ']' || token === '}') brackets -= 1;
    else if (token === '\n') steps = 0;
    // Each begins a level of its own where several stand on one line. In brackets, names are many.
    else if (token === '-' || (token === ':' && brackets === 0)) steps += 1;
    // A name that is a list, or another such block: `? [a, b]`.
    if (token === '?' || tokens > MOST_TOKENS || brackets + steps > DEEPEST) return false;
  }
  return true;
}

function entriesOf<Value>(
  node: unknown,
  read: (value: unknown) => Value,
): Map<string, Value> | null {
  if (!isMap(node)) return null;
  const entries = new Map<string, Value>();
  for (const { key, value } of node.items) {
    if (isScalar(key)) entries.set(String(key.value), read(value));
  }
  return entries;
}

function readValue(node: unknown): YamlValue {
  if (node === null) return null;
  if (isScalar(node)) return node.value === null ? null : wordOf(node);
  if (!isSeq(node)) return undefined;
  return node.items.flatMap((item) => {
    const entry = wordOf(item) ?? wordsOf(item);
    return entry === undefined ? [] : [entry];
  });
}

function wordsOf(node: unknown): ReadonlyMap<string, Word> | undefined {
  const entries = entriesOf(node, wordOf);
  if (!entries) return undefined;
  return new Map(
    [...entries].flatMap(([name, word]) => (word === undefined ? [] : [[name, word]])),
  );
}

function wordOf(node: unknown): Word | undefined {
  const value: unknown = isScalar(node) ? node.value : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}
