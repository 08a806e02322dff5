/**
 * Decides when the framework is loaded into a page that was served without it: when the reader acts
 * on something that needs it, comes near such a thing, or when a change of the page is to be shown.
 */
import { listenToPage } from '../../discussion/listen-to-page';
import { sourceOf } from '../../discussion/text-source';

const MARKED = '[data-hydrate]';
/** `data-hydrate="near"`: also when the reader comes to it, not only when they act on it. */
const NEAR = '[data-hydrate~="near"]';
/** `data-hydrate="now"`: the page is nothing without it. */
const NOW = '[data-hydrate~="now"]';

/** Called once, by components/reader.ts. */
export function deferHydration(): void {
  const {
    src,
    loads = '[]',
    revision,
    channel = location.pathname,
  } = document.querySelector<HTMLElement>('#boot')?.dataset ?? {};
  // In development the framework loads by itself.
  if (!src) return;
  const scripts = src.split(' ');
  const path = location.pathname;
  let begun = false;

  function hydrate(): void {
    if (begun) return;
    begun = true;
    void import('./hydrate').then((module) =>
      module.hydrate({
        scripts,
        loads: JSON.parse(loads),
        textOf: sourceOf,
        onHydrated: stopListening,
      }),
    );
  }

  const stopListening = revision ? listen({ path, channel, revision, hydrate }) : () => {};
  hydrateForActs(hydrate);
  hydrateWhenNear(hydrate);
  hydrateForHash(hydrate);
  if (document.querySelector(NOW)) hydrate();
  // Next's router made this entry on another page of ours, and is not here to go back to it.
  addEventListener('popstate', ({ state }) => {
    if (!begun && isRouterState(state) && location.pathname !== path) location.reload();
  });
}

interface Listening {
  path: string;
  channel: string;
  revision: string;
  hydrate: () => void;
}

/** Where the server cannot be heard, the page asks. @returns stops both */
function listen({ path, channel, revision, hydrate }: Listening): () => void {
  let isHeard = true;
  let stopPolling: (() => void) | null = null;
  const quiet = () => {
    isHeard = true;
    stopPolling?.();
    stopPolling = null;
  };
  const stopListening = listenToPage({
    path: channel,
    revision,
    onRevision: hydrate,
    onConnection(isOpen) {
      if (isOpen) return quiet();
      isHeard = false;
      void import('../../discussion/poll-page').then(({ pollPage }) => {
        if (!isHeard) stopPolling ??= pollPage(path, hydrate);
      });
    },
  });
  return () => {
    stopListening();
    quiet();
  };
}

function hydrateForActs(hydrate: () => void): void {
  const acts = window.earlyEvents ?? [];
  if (acts.length > 0) hydrate();
  acts.push = (...events) => {
    hydrate();
    return Array.prototype.push.apply(acts, events);
  };
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
