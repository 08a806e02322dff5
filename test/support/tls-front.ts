/**
 * HTTPS on localhost in front of an HTTP server, with a certificate authority of its own: what
 * clients need that refuse plain HTTP. `openssl` makes the certificates.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import path from 'node:path';

export interface TlsFront {
  /** `localhost:PORT`. */
  host: string;
  /** The file with the authority's certificate, for clients to trust. */
  authority: string;
  close(): Promise<void>;
}

/**
 * @param target origin of the HTTP server, without a trailing slash
 * @param directory an empty folder for keys and certificates
 */
export async function startTlsFront(target: string, directory: string): Promise<TlsFront> {
  const file = (name: string) => path.join(directory, name);
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: directory, stdio: 'ignore' });
  const key = ['-newkey', 'rsa:2048', '-nodes', '-sha256'];
  openssl(
    ...['req', '-x509', ...key, '-days', '2', '-subj', '/CN=Test authority'],
    ...['-keyout', 'ca.key', '-out', 'ca.pem'],
  );
  openssl('req', ...key, '-subj', '/CN=localhost', '-keyout', 'site.key', '-out', 'site.csr');
  writeFileSync(file('site.ext'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  openssl(
    ...['x509', '-req', '-in', 'site.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-days', '2'],
    ...['-CAcreateserial', '-extfile', 'site.ext', '-out', 'site.pem'],
  );
  const { hostname, port } = new URL(target);
  const server = createServer(
    { key: readFileSync(file('site.key')), cert: readFileSync(file('site.pem')) },
    (incoming, outgoing) => {
      const { method, url, headers } = incoming;
      const onward = request({ hostname, port, method, path: url, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    },
  );
  // Emacs uses a connection again after many seconds, and does not forgive one that was closed.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : 0;
  return {
    host: `localhost:${bound}`,
    authority: file('ca.pem'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
