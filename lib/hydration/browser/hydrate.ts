/** Loads the framework, and hands over to it what the reader did meanwhile. */
import { HYDRATED } from '../hydrated';
import { loadInOrder } from './load-in-order';
import { muteHashScroll } from './mute-hash-scroll';
import { rememberActs } from './remember-acts';
import { restorePageData } from './restore-page-data';

export interface Hydration {
  /** Addresses of the framework's scripts, in order. */
  scripts: readonly string[];
  /** Reads the HTML of a text as it was served. */
  textOf(element: Element): string;
  /** Called when React has taken over. */
  onHydrated(): void;
}

export function hydrate({ scripts, textOf, onHydrated }: Hydration): void {
  const unmute = muteHashScroll();
  const acts = rememberActs();
  restorePageData(textOf);
  const takeOver = () => {
    onHydrated();
    acts.replay();
    unmute();
  };
  addEventListener(HYDRATED, takeOver, { once: true });
  loadInOrder(scripts).catch(() => acts.giveUp());
}
