import { expect, it } from 'vitest';
import { readNewPost } from '../../lib/writing/read-requests';

const sent = {
  key: 'a-key-of-its-own',
  title: 'A post',
  body: 'Its text.',
  tags: ['sea'],
  series: null,
  intent: 'publish',
};

it.each([
  ['fifty emoji', '🐙'.repeat(50), true],
  ['fifty-one letters', 'a'.repeat(51), false],
  ['nothing', '', false],
])('a tag of %s is taken or not', (_, tag, taken) => {
  const post = { ...sent, tags: ['sea', tag] };
  expect(readNewPost(post)).toEqual(taken ? post : null);
});
