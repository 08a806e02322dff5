import { expect, it } from 'vitest';
import { originalAddress } from '../../lib/images/optimized';
import { avatarAddress, serveAvatars } from '../../lib/images/serve-avatars';

const SERVER = 'http://127.0.0.1:4010';
const AVATAR = 'https://avatars.githubusercontent.com/u/1?v=4';

it.each([
  [AVATAR, `${AVATAR}&s=128`],
  [`${SERVER}/avatars/u/1?s=96`, `${SERVER}/avatars/u/1?s=128`],
  [`${SERVER}/octocat.png?size=96`, `${SERVER}/octocat.png?size=96&s=128`],
])('serves %s itself', (address, asked) => {
  const served = avatarAddress(address, SERVER);
  expect(served).toMatch(/^\/_next\/image\?.*&w=64&q=75$/);
  expect(originalAddress(served)).toBe(asked);
});

it.each(['https://example.org/a.png?s=64', '/avatar.svg', ''])('leaves %j alone', (address) => {
  expect(avatarAddress(address, SERVER)).toBe(address);
});

it('finds everybody on a page, and changes nothing else', () => {
  const person = { login: 'octocat', avatarUrl: AVATAR };
  const served = { login: 'octocat', avatarUrl: avatarAddress(AVATAR, SERVER) };
  const page = { post: { authors: [person], comments: [{ author: person, id: 1 }] }, none: null };
  expect(serveAvatars(page, SERVER)).toEqual({
    post: { authors: [served], comments: [{ author: served, id: 1 }] },
    none: null,
  });
});
