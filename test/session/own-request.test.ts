import { describe, expect, it } from 'vitest';
import { isOwnRequest } from '../../lib/session/own-request';

const SITE = 'https://blog.example.com';

describe('a request that changes something', () => {
  it.each([
    ['from a page of the site', { origin: SITE, 'sec-fetch-site': 'same-origin' }],
    ['from a browser without Fetch-Metadata', { origin: SITE }],
    ['from a browser that says no origin', { 'sec-fetch-site': 'same-origin' }],
    [
      'under another name of the site',
      { origin: 'http://localhost:3000', host: 'localhost:3000', 'sec-fetch-site': 'same-origin' },
    ],
  ])('is taken %s', (_, headers) => {
    expect(isOwnRequest(headers, SITE)).toBe(true);
  });

  it.each([
    ['from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['from another site, by an old browser', { origin: 'https://evil.example' }],
    ['from a neighbour', { origin: 'https://x.example.com', 'sec-fetch-site': 'same-site' }],
    ['from a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['from a sandboxed frame, by an old browser', { origin: 'null' }],
    ['over plain HTTP', { origin: 'http://blog.example.com', host: 'other' }],
    ['from another port', { origin: `${SITE}:8443` }],
    ['from a name that begins alike', { origin: `${SITE}.evil.example` }],
    ['from an address typed in', { 'sec-fetch-site': 'none' }],
    ['with an origin that contradicts', { origin: SITE, 'sec-fetch-site': 'cross-site' }],
    ['without a word of where from', {}],
  ])('is refused %s', (_, headers) => {
    expect(isOwnRequest(headers, SITE)).toBe(false);
  });
});
