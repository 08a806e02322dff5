import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createPackedAnswers, nameOf } from '../../lib/compression/packed-answers';

const page = Buffer.from(
  Array.from({ length: 100 }, (_, line) => `<p>Line ${line} of ${line ** 3}.</p>`).join('\n'),
);
const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

it.each(['br', 'gzip'] as const)(
  'keeps the smallest copy in %s once it is made',
  async (encoding) => {
    const answers = createPackedAnswers();
    const first = answers.pack('"1" /', page, encoding);
    await answers.settled();
    const later = answers.pack('"1" /', page, encoding);
    expect(later.length).toBeLessThanOrEqual(first.length);
    expect(answers.pack('"1" /', page, encoding)).toBe(later);
    for (const packed of [first, later]) expect(unpack[encoding](packed)).toEqual(page);
  },
);

it('never gives one answer for another', async () => {
  const answers = createPackedAnswers();
  answers.pack('"1" /', page, 'br');
  await answers.settled();
  const other = Buffer.from('Another page. '.repeat(200));
  expect(brotliDecompressSync(answers.pack('"2" /', other, 'br'))).toEqual(other);
  expect(brotliDecompressSync(answers.pack('"1" /other', other, 'br'))).toEqual(other);
  expect(gunzipSync(answers.pack('"1" /', page, 'gzip'))).toEqual(page);
});

it('answers at once in a rush, and makes no more copies than can wait', async () => {
  const answers = createPackedAnswers();
  const names = Array.from({ length: 200 }, (_, number) => `"${number}" /`);
  for (const name of names) {
    expect(brotliDecompressSync(answers.pack(name, page, 'br'))).toEqual(page);
  }
  await answers.settled();
  const pack = (name: string) => answers.pack(name, page, 'br');
  const [first, second] = [names.map(pack), names.map(pack)];
  // What is kept is the same object.
  expect(first.filter((packed, place) => packed === second[place])).toHaveLength(50);
  await answers.settled();
});

it('keeps one copy whatever query was made up for it', () => {
  expect(nameOf('"1"', '/post/1?utm=1')).toBe(nameOf('"1"', '/post/1'));
  expect(nameOf('"2"', '/post/1')).not.toBe(nameOf('"1"', '/post/1'));
  expect(nameOf('"1"', '/post/2')).not.toBe(nameOf('"1"', '/post/1'));
});
