/** What a signed-in reader has in the header's corner; loaded for nobody else. */
import { readHint, SESSION_ENDED } from '../../lib/session/hint';
import { takeNotice } from '../../lib/session/notice';
import type { Viewer } from '../../lib/session/viewer';
import { awaitParticipant } from '../participation/await-participant';

/** Whom the menu shows; undefined before the first look. */
let shown: string | null | undefined;

/**
 * Shows whoever is signed in now; as often as there may be news.
 * @param announce comes from the reader's module, which has it already
 * @param place where `offer-account.ts` keeps the reader's place
 */
export function showAccount(announce: (text: string) => void, place: string): void {
  const menu = document.querySelector<HTMLDetailsElement>('[data-account]');
  if (!menu) return;
  const isFirst = shown === undefined;
  show(menu, readHint(document.cookie));
  if (!isFirst) return;
  closeLikeAMenu(menu);
  awaitParticipant();
  returnTo(place);
  const { denied = '', ended = '' } = menu.dataset;
  if (takeNotice() === 'denied') announce(denied);
  menu.querySelector('form')?.addEventListener('submit', (event) => sayWhere(event, place));
  addEventListener(SESSION_ENDED, () => {
    show(menu, null);
    announce(ended);
  });
}

/** Leaves what is right already: a picture put in anew as the page closes would count as a ping. */
function show(menu: HTMLDetailsElement, viewer: Viewer | null): void {
  const news = viewer && JSON.stringify(viewer);
  if (news === shown) return;
  shown = news;
  const link = menu.parentElement?.querySelector<HTMLElement>('[data-sign-in]');
  if (link) link.hidden = viewer !== null;
  menu.hidden = viewer === null;
  if (viewer) fillIn(menu, viewer);
  else menu.open = false;
}

function fillIn(menu: HTMLDetailsElement, { name, login, url, avatarUrl }: Viewer): void {
  const summary = menu.querySelector('summary');
  const sentence = menu.dataset.signedInAs?.replace('{name}', () => name) ?? name;
  summary?.setAttribute('aria-label', sentence);
  const picture = document.createElement('span');
  picture.textContent = (Array.from(name)[0] ?? '').toUpperCase();
  if (isWebAddress(avatarUrl)) picture.append(pictureOf(avatarUrl));
  summary?.replaceChildren(picture);
  const profile = document.createElement('a');
  profile.textContent = name === login ? `@${login}` : `${name} (@${login})`;
  if (isWebAddress(url)) profile.href = url;
  menu.querySelector('p')?.replaceChildren(profile);
}

/** A picture that does not arrive leaves the letter to be seen. */
function pictureOf(address: string): HTMLImageElement {
  const image = document.createElement('img');
  image.alt = '';
  image.onerror = () => image.remove();
  image.src = address;
  return image;
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** A press elsewhere, Escape, and leaving it by Tab close it. */
function closeLikeAMenu(menu: HTMLDetailsElement): void {
  const closeFrom = ({ target }: Event) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  };
  addEventListener('pointerdown', closeFrom);
  addEventListener('focusin', closeFrom);
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}

/** Whoever signs out stays where they are. */
function sayWhere({ target }: Event, place: string): void {
  if (!(target instanceof HTMLFormElement)) return;
  const field = target.elements.namedItem('return');
  const path = here();
  if (field instanceof HTMLInputElement) field.value = path;
  // As in offer-account.ts.
  sessionStorage.setItem(place, `${scrollY} ${path}`);
}

/** To where the reader pressed the link, once. */
function returnTo(place: string): void {
  try {
    const [, top, path] = /^(\d+\.?\d*) (.+)$/.exec(sessionStorage.getItem(place) ?? '') ?? [];
    if (path !== here()) return;
    sessionStorage.removeItem(place);
    stayAt(Number(top));
  } catch {
    // A browser without storage shows the page from its beginning.
  }
}

/** How long, in milliseconds, pictures above may need until the place is where it was. */
const SETTLING = 3_000;

/** Holds a place while the page settles, until the reader moves. */
function stayAt(top: number): void {
  const hold = () => scrollTo({ top, behavior: 'instant' });
  const settling = new ResizeObserver(hold);
  const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
  const stop = () => {
    settling.disconnect();
    for (const act of acts) removeEventListener(act, stop);
  };
  hold();
  settling.observe(document.body);
  for (const act of acts) addEventListener(act, stop, { passive: true });
  setTimeout(stop, SETTLING);
}

function here(): string {
  return location.href.slice(location.origin.length);
}
