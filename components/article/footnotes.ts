/** A note opens below the paragraph that refers to it, and closes again. */

/** @returns whether the link refers to a note, which is open or closed now */
export function toggleFootnote(link: HTMLAnchorElement): boolean {
  if (link.dataset.footnoteRef === undefined) return false;
  const name = decodeURIComponent(link.hash.slice(1));
  const note = document.getElementById(name);
  const block = link.closest('p, li, td, th, dd, h1, h2, h3, h4, h5, h6, blockquote, summary');
  if (!note || !block || block.closest('.footnotes')) return false;
  const open = block.querySelector(`.footnote-here[data-note="${CSS.escape(name)}"]`);
  const shown = open ?? nextNote(block, name);
  link.setAttribute('aria-expanded', String(!shown));
  if (shown) shown.remove();
  else place(block, copyOf(note, name));
  return true;
}

function nextNote(block: Element, name: string): Element | null {
  for (let next = block.nextElementSibling; next?.matches('.footnote-here'); ) {
    if (next instanceof HTMLElement && next.dataset.note === name) return next;
    next = next.nextElementSibling;
  }
  return null;
}

function place(block: Element, note: HTMLElement): void {
  if (block.matches('p, h1, h2, h3, h4, h5, h6')) block.after(note);
  else block.append(note);
}

/** The note's text without names, which may be on a page only once, and without the way back. */
function copyOf(note: HTMLElement, name: string): HTMLElement {
  const copy = document.createElement('aside');
  copy.className = 'footnote-here';
  copy.dataset.note = name;
  copy.setAttribute('role', 'note');
  for (const child of note.childNodes) copy.append(child.cloneNode(true));
  for (const part of copy.querySelectorAll('[data-footnote-backref], .code-copy')) part.remove();
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  return copy;
}
