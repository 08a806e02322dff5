import { hasRemoteMatch } from 'next/dist/shared/lib/match-remote-pattern.js';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../lib/config';
import { imagePatterns, isOurImage, serverOfSettings } from '../../lib/images/image-hosts.js';

const UUID = '0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0';

const ON_GITHUB: [address: string, isOurs: boolean][] = [
  [`https://github.com/user-attachments/assets/${UUID}`, true],
  [`https://github.com/octocat/blog/assets/583231/${UUID}`, true],
  ['https://github.com/octocat/blog/raw/HEAD/images/a.png', true],
  ['https://github.com/octocat.png?size=96', true],
  ['https://avatars.githubusercontent.com/u/583231?v=4', true],
  ['https://raw.githubusercontent.com/octocat/blog/main/a.png?made-up=1', false],
  ['https://github.com/octocat/blog/raw/HEAD/images/a.png?made-up=1', false],
  ['https://user-images.githubusercontent.com/1/2-3.png', true],
  ['https://raw.githubusercontent.com/octocat/blog/main/a.png', true],
  ['http://github.com/octocat.png', false],
  ['https://github.com/octocat/blog', false],
  ['https://github.com/login/oauth/authorize', false],
  ['https://gist.github.com/octocat.png', false],
  ['https://github.com.example.org/octocat.png', false],
  ['https://github.com@example.org/octocat.png', false],
  ['https://octocat:secret@github.com/octocat.png', false],
  ['https://github.com:8443/octocat.png', false],
  ['https://camo.githubusercontent.com/abc', false],
  ['https://example.org/a.png', false],
  ['http://127.0.0.1/avatars/u/1', false],
  ['http://169.254.169.254/latest/meta-data', false],
  ['file:///etc/passwd', false],
  ['/octocat.png', false],
];

describe('pictures that the site serves itself', () => {
  it.each(ON_GITHUB)('%s: %s', (address, isOurs) => {
    expect(isOurImage(address, 'https://github.com')).toBe(isOurs);
    // What pages ask for is what Next admits. It is stricter with nobody whom we admit.
    const patterns = imagePatterns('https://github.com');
    if (isOurs) expect(hasRemoteMatch([], patterns, new URL(address))).toBe(true);
  });

  it.each([
    ['http://127.0.0.1:4010/avatars/u/1?s=96', true],
    ['http://127.0.0.1:4010/octocat/blog/raw/HEAD/images/a.png', true],
    [`http://127.0.0.1:4010/user-attachments/assets/${UUID}`, true],
    ['http://127.0.0.1:4011/avatars/u/1', false],
    ['http://127.0.0.1:4010/_sandbox/requests', false],
    ['https://127.0.0.1:4010/avatars/u/1', false],
  ])('with a server of its own: %s: %s', (address, isOurs) => {
    const server = 'http://127.0.0.1:4010';
    expect(isOurImage(address, server)).toBe(isOurs);
    expect(hasRemoteMatch([], imagePatterns(server), new URL(address))).toBe(isOurs);
  });
});

it.each([
  {},
  { GITHUB_API_URL: 'https://api.github.com/' },
  { GITHUB_API_URL: 'https://github.example.com/api/v3' },
  { GITHUB_API_URL: 'http://127.0.0.1:4010' },
  { GITHUB_SERVER_URL: 'https://git.example.com', GITHUB_API_URL: 'http://127.0.0.1:4010' },
])('is asked of the server that the settings %j name', (env) => {
  expect(serverOfSettings(env)).toBe(new URL(readConfig(env).serverUrl).origin);
});
