/** Whose request it is, for limits that count by address. */
import type { IncomingMessage } from 'node:http';
import proxyAddress from 'proxy-addr';

/** Finds the address of whoever asks; null where only proxies are to be seen. */
export type FindClient = (request: IncomingMessage) => string | null;

/** Loopback and private networks: nobody out there can come from one, but a proxy in front can. */
const NEARBY = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * `X-Forwarded-For` counts only as far as it was written by proxies that are known: those nearby, and
 * the named ones. What a stranger writes into it does not.
 * @param proxies addresses or networks, such as `203.0.113.4` or `2001:db8::/32`
 * @throws TypeError when one of them is neither
 */
export function createClientFinder(proxies: readonly string[] = []): FindClient {
  const isProxy = proxyAddress.compile([...NEARBY, ...proxies]);
  return (request) => {
    const address = proxyAddress(request, isProxy);
    return address && !isProxy(address, 0) ? networkOf(address) : null;
  };
}

/** Who has one IPv6 address has 2⁶⁴ of them. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
}
