/**
 * GitHub's own grammars, loaded when a language is first used. Each language has its own registry,
 * because starry-night's `register` throws away every grammar compiled so far.
 */
import { createStarryNight } from '@wooorm/starry-night';
import type { Root } from 'hast';
import { GRAMMARS } from './grammars.generated';

type Highlight = (code: string) => Root;

const ready = new Map<string, Highlight>();
const loading = new Map<string, Promise<void>>();
let wasmFile: URL | undefined;

const scopes = new Map<string, string>();
for (const [scope, { flags }] of Object.entries(GRAMMARS)) {
  for (const flag of flags.split(' ')) if (!scopes.has(flag)) scopes.set(flag, scope);
}

/** Says where the regular expression engine lies, for a bundle that has moved it. */
export function setOnigurumaFile(file: URL): void {
  wasmFile = file;
}

/**
 * @param flag a fence's first word: a name (`ts`), an extension (`.ts`) or a path (`src/app.ts`)
 * @returns the grammar's scope, such as `source.ts`, or null for a language nobody knows here
 */
export function scopeOf(flag: string): string | null {
  const name = flag.trim().toLowerCase();
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? `.${name}` : name.slice(dot);
  return scopes.get(name) ?? scopes.get(extension) ?? null;
}

/** Loads whatever the languages need; unknown ones are left alone. Never rejects. */
export async function prepareHighlighters(flags: Iterable<string>): Promise<void> {
  const wanted = new Set<string>();
  for (const flag of flags) {
    const scope = scopeOf(flag);
    if (scope && !ready.has(scope)) wanted.add(scope);
  }
  await Promise.all([...wanted].map(prepare));
}

/** @returns the code as GitHub's `pl-*` spans, or null where its language has not been loaded */
export function highlight(code: string, flag: string): Root | null {
  const scope = scopeOf(flag);
  return (scope && ready.get(scope)?.(code)) || null;
}

function prepare(scope: string): Promise<void> {
  const started = loading.get(scope) ?? load(scope);
  loading.set(scope, started);
  return started;
}

async function load(scope: string): Promise<void> {
  try {
    const file = wasmFile;
    const grammars = await Promise.all([...withEmbedded(scope)].map(loadGrammar));
    const starryNight = await createStarryNight(
      grammars.flat(),
      file ? { getOnigurumaUrlFs: () => file } : {},
    );
    ready.set(scope, (code) => starryNight.highlight(code, scope));
  } catch (error) {
    loading.delete(scope);
    console.error(`Highlighting ${scope} is not possible:`, error);
  }
}

async function loadGrammar(scope: string) {
  const source = GRAMMARS[scope];
  return source ? [(await source.load()).default] : [];
}

function withEmbedded(scope: string, found = new Set<string>()): Set<string> {
  if (found.has(scope)) return found;
  found.add(scope);
  for (const other of GRAMMARS[scope]?.embeds.split(' ') ?? []) {
    if (other) withEmbedded(other, found);
  }
  return found;
}
