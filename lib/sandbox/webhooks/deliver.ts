import type { Store } from '../store';

export function startDelivering(_store: Store): { stop(): Promise<void> } {
  return { stop: async () => {} };
}
