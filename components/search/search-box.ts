/** The search box: a dialog with a field and what it finds, driven by the keyboard or a pointer. */
import { SEARCH_INDEX_PATH } from '../../lib/paths';
import { highlight } from '../../lib/search/highlight';
import { type FoundPost, loadSearchIndex, searchPosts } from '../../lib/search/post-index';

/** The box's words, on the link that opens it. */
export interface SearchWords {
  label: string;
  hint: string;
  /** With `{query}`. */
  nothing: string;
  loading: string;
  failed: string;
  all: string;
  close: string;
}

const SHOWN = 12;

let box: { dialog: HTMLDialogElement; field: HTMLInputElement } | null = null;
let loading: Promise<(query: string) => Promise<FoundPost[]>> | null = null;

/** @param link to the search page, with the words */
export function openSearchBox(link: HTMLAnchorElement): void {
  box ??= createBox(link.href, JSON.parse(link.dataset.words ?? '{}'));
  if (!box.dialog.open) box.dialog.showModal();
  box.field.select();
  box.field.dispatchEvent(new Event('input'));
}

function createBox(page: string, words: SearchWords) {
  const dialog = make('dialog', { class: 'search-box', 'aria-label': words.label });
  const form = make('form', { action: page, role: 'search' });
  const field = make('input', {
    type: 'search',
    name: 'q',
    placeholder: words.hint,
    autocomplete: 'off',
    enterkeyhint: 'search',
    role: 'combobox',
    'aria-label': words.label,
    'aria-controls': 'search-found',
    'aria-expanded': 'true',
    'aria-autocomplete': 'list',
  });
  const close = make('button', { type: 'button', class: 'button' });
  close.textContent = words.close;
  close.addEventListener('click', () => dialog.close());
  const status = make('p', { role: 'status' });
  const list = make('ul', { id: 'search-found', role: 'listbox', 'aria-label': words.label });
  const all = make('button', { class: 'button' });
  all.textContent = words.all;
  form.append(field, all, close);
  dialog.append(form, status, list);
  document.body.append(dialog);

  let asked = 0;
  field.addEventListener('input', async () => {
    asked += 1;
    const mine = asked;
    const query = field.value.trim();
    try {
      if (!loading) status.textContent = words.loading;
      loading ??= fetchSearch();
      const search = await loading;
      if (mine !== asked) return;
      const found = query ? await search(query) : [];
      if (mine !== asked) return;
      list.replaceChildren(...found.map(toOption));
      const isNothing = query !== '' && found.length === 0;
      status.textContent = isNothing ? words.nothing.replace('{query}', query) : '';
      choose(field, list, 0);
    } catch {
      loading = null;
      status.textContent = words.failed;
    }
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const options = [...list.children];
      const current = options.findIndex((option) => option.ariaSelected === 'true');
      choose(field, list, (current + step + options.length) % Math.max(1, options.length));
    }
    // A search field takes Escape for itself, to empty itself.
    if (event.key === 'Escape') {
      event.preventDefault();
      dialog.close();
    }
    const chosen = list.querySelector<HTMLAnchorElement>('[aria-selected="true"] a');
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      chosen.click();
    }
  });
  // A click beside the box closes it.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return { dialog, field };
}

/** Searches here where the index could be sent, and asks the server where it is too large. */
async function fetchSearch(): Promise<(query: string) => Promise<FoundPost[]>> {
  const text = await fetchText(SEARCH_INDEX_PATH);
  if (!text.startsWith('{"ask":')) {
    const index = loadSearchIndex(text);
    return async (query) => searchPosts(index, query, SHOWN);
  }
  return async (query) => {
    const answer = await fetchText(`${JSON.parse(text).ask}?${new URLSearchParams({ q: query })}`);
    return JSON.parse(answer).found.slice(0, SHOWN);
  };
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response.text();
}

function toOption(post: FoundPost, place: number): HTMLElement {
  const words = new Set(post.words);
  const option = make('li', { role: 'option', id: `search-found-${place}` });
  const link = make('a', { href: post.path, tabindex: '-1' });
  const title = make('strong', { dir: 'auto' });
  title.append(...marked(post.title, words));
  const about = make('span', { dir: 'auto' });
  const isNamed = highlight(post.names, words).some(({ found }) => found);
  about.append(...marked(isNamed ? post.names : post.excerpt, words));
  link.append(title, about);
  option.append(link);
  return option;
}

function marked(text: string, words: ReadonlySet<string>): Node[] {
  return highlight(text, words).map(({ text: part, found }) => {
    if (!found) return document.createTextNode(part);
    const mark = make('mark', {});
    mark.textContent = part;
    return mark;
  });
}

function choose(field: HTMLInputElement, list: HTMLElement, place: number): void {
  for (const [each, option] of [...list.children].entries()) {
    option.setAttribute('aria-selected', String(each === place));
  }
  const chosen = list.children[place];
  if (chosen) {
    field.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  } else {
    field.removeAttribute('aria-activedescendant');
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  return element;
}
