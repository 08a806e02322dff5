/**
 * Sends webhooks as GitHub does: in the background, ten seconds for an answer, no second try, no
 * promise of order, and a log from which anything can be sent again under the same GUID.
 */
import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import type { Delivery, Hook } from '../model';
import { nextId, type Store, type StoreEvent } from '../store';
import { buildPayload, installationOf } from './payloads';
import { send } from './send';

/** GitHub's own patience. */
const TIMEOUT_MS = 10_000;
const CONCURRENCY = 24;
const MAX_LOGGED = 5_000;
/** How far apart `reorder` may push two deliveries. */
const REORDER_MS = 250;

export interface Deliverer {
  /** Sends a logged delivery again, under its GUID and whatever the faults; waits for the answer. */
  redeliver(delivery: Delivery): Promise<Delivery>;
  /** Gives up what is under way. */
  stop(): Promise<void>;
}

/** Listens to the store until stopped. */
export function startDelivering(store: Store): Deliverer {
  const queue = pLimit(CONCURRENCY);
  const stopping = new AbortController();
  const waiting = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<unknown>>();

  function onEvent(event: StoreEvent): void {
    for (const hook of listenersOf(store, event)) {
      const delivery = logDelivery(store, prepare(store, event, hook));
      const { drop, duplicate } = store.faults.webhooks;
      if (Math.random() < drop) {
        record(store, { ...delivery, outcome: 'dropped' });
        continue;
      }
      later(delivery, hook);
      if (Math.random() < duplicate) {
        later(logDelivery(store, { ...delivery, id: nextId(store, 'delivery') }), hook);
      }
    }
  }

  function later(delivery: Delivery, hook: Hook): void {
    const { reorder, delayMs } = store.faults.webhooks;
    const wait = delayMs + (reorder ? Math.random() * REORDER_MS : 0);
    if (wait === 0) {
      track(attempt(delivery, hook));
      return;
    }
    const timer = setTimeout(() => {
      waiting.delete(timer);
      track(attempt(delivery, hook));
    }, wait);
    waiting.add(timer);
  }

  function attempt(delivery: Delivery, hook: Hook): Promise<Delivery> {
    return queue(async () => {
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      const signal = AbortSignal.any([timeout, stopping.signal]);
      const result = await send(delivery, hook, signal);
      const outcome = result.outcome === 'failed' && timeout.aborted ? 'timed out' : result.outcome;
      const ended: Delivery = { ...delivery, ...result, outcome };
      // The log may have been cleared meanwhile.
      return store.deliveries.has(delivery.id) ? record(store, ended) : ended;
    });
  }

  function track<T>(promise: Promise<T>): Promise<T> {
    underWay.add(promise);
    promise.finally(() => underWay.delete(promise));
    return promise;
  }

  const deliverer: Deliverer = {
    redeliver(delivery) {
      const hook = store.hooks.get(delivery.hookId);
      if (!hook) return Promise.resolve(delivery);
      const again: Delivery = {
        ...delivery,
        ...UNANSWERED,
        id: nextId(store, 'delivery'),
        redelivery: true,
        at: new Date().toISOString(),
      };
      return track(attempt(logDelivery(store, again), hook));
    },
    async stop() {
      store.onEvent.delete(onEvent);
      DELIVERERS.delete(store);
      for (const timer of waiting) clearTimeout(timer);
      stopping.abort();
      await Promise.allSettled(underWay);
    },
  };
  store.onEvent.add(onEvent);
  DELIVERERS.set(store, deliverer);
  return deliverer;
}

const DELIVERERS = new WeakMap<Store, Deliverer>();

/** The deliverer of a served store. */
export function delivererOf(store: Store): Deliverer {
  const deliverer = DELIVERERS.get(store);
  if (!deliverer) throw new Error('This store is not being served.');
  return deliverer;
}

const UNANSWERED = {
  status: 0,
  outcome: 'pending',
  ms: 0,
  responseHeaders: {},
  responseBody: '',
} as const;

function listenersOf(store: Store, event: StoreEvent): Hook[] {
  if (event.event === 'ping') return [event.hook];
  return [...store.hooks.values()].filter((hook) => {
    if (!hook.active || !(hook.events.includes('*') || hook.events.includes(event.event))) {
      return false;
    }
    if (hook.target.kind === 'app') return installationOf(store, event.repository, hook) !== null;
    return hook.target.repositoryId === event.repository.id;
  });
}

function prepare(store: Store, event: StoreEvent, hook: Hook): Delivery {
  return {
    id: nextId(store, 'delivery'),
    guid: randomUUID(),
    hookId: hook.id,
    event: event.event,
    action: 'action' in event ? event.action : null,
    number: 'issue' in event ? event.issue.number : null,
    repositoryId: event.repository.id,
    redelivery: false,
    at: new Date().toISOString(),
    requestHeaders: {},
    requestBody: JSON.stringify(buildPayload(store, event, hook)),
    ...UNANSWERED,
  };
}

/** Adds to the log, which forgets its oldest entries in time. */
function logDelivery(store: Store, delivery: Delivery): Delivery {
  for (const id of store.deliveries.keys()) {
    if (store.deliveries.size < MAX_LOGGED) break;
    store.deliveries.delete(id);
  }
  return record(store, delivery);
}

function record(store: Store, delivery: Delivery): Delivery {
  store.deliveries.set(delivery.id, delivery);
  for (const listener of store.onChange) listener();
  return delivery;
}
