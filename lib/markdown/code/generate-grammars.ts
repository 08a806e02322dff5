/**
 * Writes `grammars.generated.ts`: which grammar a fence's first word means, what it embeds, and how
 * to load it, so that a language costs nothing before somebody uses it. Run it by hand after changing
 * the list or the version of starry-night: `npx tsx lib/markdown/code/generate-grammars.ts`.
 */
import { writeFile } from 'node:fs/promises';
import { all } from '@wooorm/starry-night';

const SCOPES = `
source.ada source.applescript source.assembly source.awk source.batchfile source.bicep source.c
source.c++ source.clojure source.cmake source.cobol source.coffee source.crystal source.cs
source.css source.css.less source.css.scss source.cuda-c++ source.d source.dart source.diff
source.dockerfile source.dotenv source.editorconfig source.elixir source.elm source.emacs.lisp
source.erlang source.fish source.fortran.modern source.fsharp source.gdscript source.gleam
source.glsl source.go source.graphql source.groovy source.haskell source.haxe.2
source.hcl source.hcl.terraform source.hlsl source.ini source.java source.java-properties source.js
source.json source.json.comments source.jsonnet source.julia source.kotlin source.lean source.lean4
source.lisp source.lua source.makefile source.matlab source.mdx source.mermaid source.meson
source.move source.nginx source.nim source.nix source.objc source.objc++ source.ocaml source.odin
source.pascal source.perl source.postscript source.powershell source.prisma source.proto
source.puppet source.purescript source.python source.r source.racket source.raku source.reason
source.regexp source.ruby source.rust source.sass source.scala source.scheme source.shell
source.smalltalk source.solidity source.sparql source.sql source.stan source.stylus source.svelte
source.swift source.systemverilog source.tcl source.toml source.ts source.tsx source.v
source.vbnet source.verilog source.vhdl source.viml source.vue source.wgsl source.x86
source.yaml source.zig text.bibtex text.codeowners text.git-commit text.haml text.html.asciidoc
text.html.basic text.html.erb text.html.handlebars text.html.liquid text.html.php text.html.twig
text.jade text.md text.python.console text.restructuredtext text.robots-txt
text.shell-session text.slim text.tex.latex text.xml text.xml.svg  source.gitignore
source.svelte source.ql source.janet source.vyper source.cairo source.llvm source.ebnf
source.abnf source.gnuplot source.webassembly  source.ballerina
source.rego source.gn source.terra source.pony source.roc source.nushell source.just
`
  .trim()
  .split(/\s+/);

/** Embedding everything that a Markdown fence may hold would load every grammar at once. */
const EMBEDDED: Record<string, string[]> = {
  'text.md': ['text.html.basic', 'source.yaml'],
  'source.mdx': ['source.tsx'],
};

const byScope = new Map(all.map((grammar) => [grammar.scopeName, grammar]));
const chosen = new Set(SCOPES.filter((scope) => byScope.has(scope)));
for (const scope of chosen) {
  if (!EMBEDDED[scope]) for (const other of embedded(scope)) chosen.add(other);
}

const rows = [...chosen].sort().flatMap((scope) => {
  const grammar = byScope.get(scope);
  if (!grammar) return [];
  const { names, extensions, extensionsWithDot = [] } = grammar;
  const flags = [...names, ...extensions, ...extensionsWithDot].join(' ');
  const needs = (EMBEDDED[scope] ?? embedded(scope)).join(' ');
  return [
    `  ${JSON.stringify(scope)}: {
    flags: ${JSON.stringify(flags)},
    embeds: ${JSON.stringify(needs)},
    load: () => import('@wooorm/starry-night/${scope}'),
  },`,
  ];
});

await writeFile(
  new URL('./grammars.generated.ts', import.meta.url),
  `// Made by generate-grammars.ts; do not edit.
import type { Grammar } from '@wooorm/starry-night';

export interface GrammarSource {
  /** Names and extensions of the language, separated by spaces. */
  flags: string;
  /** Scopes of the grammars it refers to, separated by spaces. */
  embeds: string;
  load: () => Promise<{ default: Grammar }>;
}

export const GRAMMARS: Record<string, GrammarSource> = {
${rows.join('\n')}
};
`,
);
console.log(`${chosen.size} grammars; unknown: ${SCOPES.filter((s) => !byScope.has(s)).join(' ')}`);

/** The scopes of other grammars that a grammar includes, as far as they are known. */
function embedded(scope: string): string[] {
  const found = new Set<string>();
  JSON.stringify(byScope.get(scope), (key, value: unknown) => {
    if (key === 'include' && typeof value === 'string' && /^(source|text)\./.test(value)) {
      found.add(value.replace(/#.*/, ''));
    }
    return value;
  });
  found.delete(scope);
  return [...found].filter((other) => byScope.has(other)).sort();
}
