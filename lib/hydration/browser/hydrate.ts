/** Loads the framework, and hands over to it what the reader did meanwhile. */
import { HYDRATED } from '../hydrated';
import { readPageData } from '../read-page-data';
import { loadInOrder } from './load-in-order';
import { muteHashScroll } from './mute-hash-scroll';
import { rememberActs } from './remember-acts';
import { guardSinks } from './trusted-types';

export interface Hydration {
  /** Addresses of the framework's scripts, in order. */
  scripts: readonly string[];
  /** What the framework's loader has to know of this page. */
  loads: readonly unknown[];
  /** Reads the HTML of a text as it was served. */
  textOf(element: Element): string;
  /** Called when React has taken over. */
  onHydrated(): void;
}

export function hydrate({ scripts, loads, textOf, onHydrated }: Hydration): void {
  guardSinks();
  const unmute = muteHashScroll();
  const acts = rememberActs();
  const data = document.getElementById('__NEXT_DATA__');
  if (data) data.textContent = JSON.stringify(readPageData(document, textOf));
  const takeOver = () => {
    onHydrated();
    acts.replay();
    unmute();
  };
  addEventListener(HYDRATED, takeOver, { once: true });
  // Turbopack's loader finds them when it starts.
  Reflect.set(window, 'TURBOPACK', [...loads]);
  loadInOrder(scripts).catch(() => acts.giveUp());
}
