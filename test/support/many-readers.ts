/** Many readers with the same page open, as far as the server can tell. */
import { Agent } from 'node:http';
import { type OpenPage, openStream } from './event-stream';

export interface ManyReaders {
  /** How many have been told another revision since the last `forget`. */
  told(): number;
  forget(): void;
  close(): void;
}

/** Connections that are opened at a time; a listening socket holds only so many waiting ones. */
const AT_ONCE = 100;

export async function openForMany(site: string, path: string, count: number): Promise<ManyReaders> {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const streams: OpenPage[] = [];
  while (streams.length < count) {
    const length = Math.min(AT_ONCE, count - streams.length);
    const opening = Array.from({ length }, () => openStream(site, path, { agent }));
    streams.push(...(await Promise.all(opening)));
  }
  const before = new Map<OpenPage, number>();
  const forget = () => {
    for (const stream of streams) before.set(stream, stream.revisions.length);
  };
  forget();
  return {
    told: () => streams.filter((one) => one.revisions.length > (before.get(one) ?? 0)).length,
    forget,
    close() {
      for (const stream of streams) stream.close();
    },
  };
}
