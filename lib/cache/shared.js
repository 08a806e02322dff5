// @ts-check
/**
 * The connection to Redis, through which instances share what they rendered and tell each other what
 * they learnt. Redis is never worth waiting for: every call has a quarter of a second, and after one
 * that took longer Redis is left alone until it answers again, which is tried beside the requests.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient, ErrorReply } from 'redis';
import { oncePerProcess } from './once-per-process.js';

/**
 * @typedef {import('redis').RedisClientType<any, any, any, any, any>} Client
 * @typedef {Record<string, unknown> & { kind: string, version: number }} Message
 */

/** All in milliseconds. */
const PATIENCE = 250;
const HEARTBEAT = 1_000;
/** A connection that has been silent for so many heartbeats is given up for a new one. */
const SILENT = 5;

/** @returns {Shared | null} null without REDIS_URL, and in a build */
export function getShared() {
  return oncePerProcess('shared', () => {
    const url = process.env.REDIS_URL?.trim();
    const isBuilding = process.env.NEXT_PHASE === 'phase-production-build';
    return url && !isBuilding ? new Shared(url) : null;
  });
}

export class Shared {
  /** @param {string} url */
  constructor(url) {
    this.url = url;
    /** Tells this process's messages from the others'. */
    this.id = randomUUID();
    /** Grows whenever messages of others may have been missed. */
    this.epoch = 0;
    this.state = /** @type {'starting' | 'open' | 'resting'} */ ('starting');
    this.silence = 0;
    /** @type {{ channel: string, listen: (message: string) => void }[]} */
    this.channels = [];
    /** @type {Set<() => void>} */
    this.gapListeners = new Set();
    this.connect();
    this.timer = setInterval(() => void this.beat(), HEARTBEAT);
    this.timer.unref();
  }

  connect() {
    const options = {
      url: this.url,
      disableOfflineQueue: true,
      socket: {
        connectTimeout: 2_000,
        /** @param {number} retries */
        reconnectStrategy: (retries) => Math.min(50 * 2 ** Math.min(retries, 5), HEARTBEAT),
      },
    };
    /** @type {Client} */
    this.client = createClient(options);
    /** @type {Client} */
    this.listener = createClient(options);
    for (const one of [this.client, this.listener]) {
      // Without a listener an error ends the process; what it means is found by the heartbeat.
      one.on('error', () => this.rest());
      one.connect().catch(() => {});
    }
    for (const { channel, listen } of this.channels) this.listen(channel, listen);
  }

  /** Whether Redis answered last time. */
  isOpen() {
    return this.state === 'open';
  }

  /**
   * @template Result
   * @param {(client: Client) => Promise<Result>} work
   * @returns {Promise<Result | undefined>} undefined where Redis did not answer in time
   */
  async run(work) {
    return this.state === 'open' ? this.attempt(work) : undefined;
  }

  /**
   * @template Result
   * @param {(client: Client) => Promise<Result>} work
   * @returns {Promise<Result | undefined>}
   */
  async attempt(work) {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('late')), PATIENCE);
    });
    try {
      const answer = work(/** @type {Client} */ (this.client));
      // Nobody waits for it any more when it fails late.
      answer.catch(() => {});
      return /** @type {Result} */ (await Promise.race([answer, late]));
    } catch (error) {
      // Whatever answers with an error answers.
      if (!(error instanceof ErrorReply)) this.rest();
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  rest() {
    if (this.state === 'open') {
      console.warn('Redis does not answer; this instance goes on by itself.');
      this.state = 'resting';
    }
  }

  async beat() {
    const isThere =
      this.client?.isReady &&
      this.listener?.isReady &&
      (await this.attempt((client) => client.ping())) !== undefined;
    if (isThere) {
      this.silence = 0;
      if (this.state === 'open') return;
      if (this.state === 'resting') console.info('Redis answers again.');
      this.state = 'open';
      this.epoch += 1;
      for (const listen of this.gapListeners) listen();
      return;
    }
    this.rest();
    this.silence += 1;
    if (this.silence < SILENT || (!this.client?.isReady && !this.listener?.isReady)) return;
    this.silence = 0;
    for (const one of [this.client, this.listener]) {
      try {
        one?.destroy();
      } catch {
        // It was closed already.
      }
    }
    this.connect();
  }

  /** Resolves once Redis answers, or cannot be waited for any longer. */
  async ready() {
    for (let waited = 0; waited < 1_000 && this.state === 'starting'; waited += 50) {
      if (this.client?.isReady && this.listener?.isReady) await this.beat();
      else await pause(50);
    }
  }

  /**
   * @param {string} channel
   * @param {Record<string, unknown> & { kind: string }} message
   */
  async publish(channel, message) {
    const text = JSON.stringify({ ...message, from: this.id });
    await this.run((client) => client.publish(channel, text));
  }

  /**
   * @param {string} channel
   * @param {(message: Message) => void} hear called with what other processes published
   */
  onMessage(channel, hear) {
    /** @param {string} text */
    const listen = (text) => {
      try {
        const message = JSON.parse(text);
        if (message.from !== this.id) hear(message);
      } catch (error) {
        console.warn('A message of another instance was not understood.', error);
      }
    };
    this.channels.push({ channel, listen });
    this.listen(channel, listen);
  }

  /**
   * @param {string} channel
   * @param {(message: string) => void} listen
   */
  listen(channel, listen) {
    const { listener } = this;
    const begin = () => listener?.subscribe(channel, listen).catch(() => {});
    // Kept over reconnections by the client itself.
    if (listener?.isReady) void begin();
    else listener?.once('ready', begin);
  }

  /** @param {() => void} listen called when messages of others may have been missed */
  onGap(listen) {
    this.gapListeners.add(listen);
  }
}
