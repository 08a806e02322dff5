import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createClientFinder } from '../../lib/security/client-address';

/** What the finder reads of a request. */
function requestFrom(peer: string, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return Object.assign(Object.create(null), { headers, socket: { remoteAddress: peer } });
}

describe('whose request it is', () => {
  it.each([
    ['a stranger, who cannot pass for another', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['somebody behind a proxy on this machine', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['the last who is not a proxy', '10.0.0.2', '192.0.2.1, 203.0.113.9, 10.0.0.3', '203.0.113.9'],
    ['somebody behind a proxy that is named', '192.0.2.33', '203.0.113.9', '203.0.113.9'],
    ['nobody to be told apart', '127.0.0.1', undefined, null],
    ['nobody to be told apart, on a private network', '::ffff:172.17.0.1', undefined, null],
    ['a network, with an IPv6 address', '2001:db8:1::5', undefined, '2001:db8:1:0::/64'],
    ['an IPv4 address however it is written', '::ffff:198.51.100.7', undefined, '198.51.100.7'],
  ])('is %s', (_, peer, forwarded, expected) => {
    const find = createClientFinder(['192.0.2.32/28']);
    expect(find(requestFrom(peer, forwarded))).toBe(expected);
  });
});
