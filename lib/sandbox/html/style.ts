/** The look of the embedded GitHub's pages: plain, legible, and unlike GitHub's on purpose. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2a2e; --paper: #f7f5f0; --card: #fff; --line: #d8d3c7; --accent: #0b6b5d; --accent-ink: #fff; --soft: #6a6f6c; --danger: #a3262a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e4de; --paper: #1a1d1c; --card: #232827; --line: #3a413f; --accent: #6fd0bd; --accent-ink: #10211d; --soft: #a3aaa6; --danger: #ff9a94; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.55 ui-sans-serif, system-ui, sans-serif; color: var(--ink); background: var(--paper); }
a { color: var(--accent); }
header.top { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; justify-content: space-between; padding: .6rem 1rem; background: var(--card); border-bottom: 1px solid var(--line); }
header.top a.home { font-weight: 650; text-decoration: none; color: inherit; }
main { max-width: 56rem; margin: 0 auto; padding: 1rem 1rem 4rem; }
h1 { line-height: 1.25; overflow-wrap: anywhere; } h1 small { color: var(--soft); font-weight: 400; }
nav.tabs { display: flex; flex-wrap: wrap; gap: 1rem; margin: .5rem 0 1.5rem; } nav.tabs a[aria-current] { color: inherit; font-weight: 650; text-decoration: none; border-bottom: 3px solid var(--accent); }
form.inline, form.row { display: inline-flex; flex-wrap: wrap; gap: .4rem; align-items: center; margin: 0; }
label { font-weight: 600; } label.plain { font-weight: 400; }
input[type=text], input[type=search], textarea, select { width: 100%; padding: .5rem .6rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
.inline input[type=text], .row input[type=text], .row input[type=search], .row select, .inline select { width: auto; }
textarea { min-height: 12rem; font-family: ui-monospace, monospace; font-size: .92rem; } textarea.short { min-height: 6rem; }
button, a.button { display: inline-block; font: inherit; padding: .4rem .9rem; border-radius: 6px; border: 1px solid var(--line); background: var(--card); color: inherit; cursor: pointer; text-decoration: none; }
button.main, a.button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
button.danger { color: var(--danger); } button.small { padding: .1rem .5rem; font-size: .88rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul.issues { list-style: none; padding: 0; border: 1px solid var(--line); border-radius: 8px; background: var(--card); } ul.issues li { padding: .7rem 1rem; border-top: 1px solid var(--line); } ul.issues li:first-child { border-top: 0; }
article.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin: 1rem 0; } article.card > header { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; padding: .5rem 1rem; border-bottom: 1px solid var(--line); color: var(--soft); } article.card > .text { padding: .8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font-family: ui-monospace, monospace; font-size: .92rem; } article.card > footer { padding: 0 1rem .8rem; display: flex; flex-wrap: wrap; gap: .4rem; }
article.card:target { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
.label { display: inline-block; padding: 0 .5rem; border-radius: 6px; border: 1px solid var(--line); border-inline-start: .5rem solid var(--dot); font-size: .85rem; }
.state { font-size: .85rem; padding: .1rem .6rem; border-radius: 6px; border: 1px solid currentColor; } .muted { color: var(--soft); font-size: .9rem; }
.notice { padding: .7rem 1rem; border-inline-start: 4px solid var(--accent); background: var(--card); } .notice.bad { border-color: var(--danger); }
section.tools { margin: 2rem 0; padding: 1rem; border: 1px dashed var(--line); border-radius: 8px; } section.tools > div { margin: .6rem 0; display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
.field { margin: 0 0 1rem; } details > summary { cursor: pointer; } code, pre { font-family: ui-monospace, monospace; font-size: .92em; } pre { overflow-x: auto; background: var(--card); padding: .8rem; border: 1px solid var(--line); border-radius: 8px; }
`;
