/** A connection to `/api/live` without a browser, for tests that need many. */
import { type Agent, type IncomingMessage, request } from 'node:http';

export interface OpenPage {
  /** Revisions it was told, in order. */
  revisions: string[];
  close(): void;
}

/**
 * Opens a page's stream of events.
 * @param agent without a limit of connections
 * @throws Error when it is not answered with a stream
 */
export function openStream(
  site: string,
  path: string,
  { agent, onRevision }: { agent?: Agent; onRevision?: () => void } = {},
): Promise<OpenPage> {
  return new Promise((resolve, reject) => {
    const address = `${site}/api/live?${new URLSearchParams({ path })}`;
    const asking = request(address, agent ? { agent } : {}, (response: IncomingMessage) => {
      if (response.statusCode !== 200) {
        reject(new Error(`The stream answered ${response.statusCode}.`));
        return;
      }
      const revisions: string[] = [];
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        for (const [, revision = ''] of text.matchAll(/^data: (.*)$/gm)) {
          revisions.push(revision);
          onRevision?.();
        }
      });
      response.on('error', () => {});
      resolve({ revisions, close: () => asking.destroy() });
    });
    asking.on('error', reject);
    asking.end();
  });
}
