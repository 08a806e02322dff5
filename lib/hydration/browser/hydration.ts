/**
 * Loads the framework into a page that was served without it: when the reader acts on something
 * that needs it, comes near such a thing, or when a change of the page is to be shown.
 */
import { listenToPage } from '../../discussion/listen-to-page';
import { HYDRATED } from '../hydrated';
import { loadInOrder } from './load-in-order';
import { muteHashScroll } from './mute-hash-scroll';
import { rememberActs } from './remember-acts';
import { restorePageData } from './restore-page-data';

const MARKED = '[data-hydrate]';
/** `data-hydrate="near"`: also when the reader comes to it, not only when they act on it. */
const NEAR = '[data-hydrate~="near"]';

export function deferHydration(): void {
  const { src, revision } = document.querySelector<HTMLElement>('#boot')?.dataset ?? {};
  // In development the framework loads by itself.
  if (!src) return;
  const scripts = src.split(' ');
  const path = location.pathname;
  const acts = rememberActs();
  let begun = false;
  const stopListening = revision ? listenToPage({ path, revision, onRevision: hydrate }) : () => {};

  function hydrate(): void {
    if (begun) return;
    begun = true;
    const unmute = muteHashScroll();
    restorePageData();
    acts.prepare();
    addEventListener(
      HYDRATED,
      () => {
        stopListening();
        acts.replay();
        unmute();
      },
      { once: true },
    );
    loadInOrder(scripts).catch(() => acts.giveUp());
  }

  acts.watch(hydrate);
  hydrateWhenNear(hydrate);
  hydrateForHash(hydrate);
  // Next's router made this entry on another page of ours, and is not here to go back to it.
  addEventListener('popstate', ({ state }) => {
    if (!begun && isRouterState(state) && location.pathname !== path) location.reload();
  });
}

/** Only once the reader moves: what is in view of a page just opened is not reached yet. */
function hydrateWhenNear(hydrate: () => void): void {
  const near = document.querySelectorAll(NEAR);
  if (near.length === 0) return;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    hydrate();
  });
  const observe = () => {
    for (const element of near) observer.observe(element);
  };
  addEventListener('scroll', observe, { once: true, passive: true });
}

/** An address such as `#comment-form` asks for the thing it names. */
function hydrateForHash(hydrate: () => void): void {
  const look = () => {
    if (document.querySelector(':target')?.closest(MARKED)) hydrate();
  };
  addEventListener('hashchange', look);
  look();
}

function isRouterState(state: unknown): boolean {
  return typeof state === 'object' && state !== null && '__N' in state;
}
