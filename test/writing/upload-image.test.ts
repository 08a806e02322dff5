import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageKind, imagePath } from '../../lib/writing/images';
import { uploadImage } from '../../lib/writing/upload-image';
import { type Desk, openDesk, refusalOf } from './desk';

/** A red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

const image = (bytes: Buffer, name = 'A Photo — of the harbour.PNG') => ({
  name,
  data: bytes.toString('base64'),
});

describe('an image in a post', () => {
  it('is committed to the repository, and read from there', async () => {
    const { url } = await uploadImage(desk.blog(), desk.author, image(PNG));
    expect(url).toMatch(
      /\/octocat\/blog\/raw\/HEAD\/images\/\d{4}\/\d{2}\/a-photo-of-the-harbour-[\da-f]{8}\.png$/,
    );
    const answer = await fetch(url);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
  });

  it('that is sent twice is there once', async () => {
    const first = await uploadImage(desk.blog(), desk.author, image(PNG));
    expect(await uploadImage(desk.blog(), desk.author, image(PNG))).toEqual(first);
  });

  it('is not taken from a stranger, who is told why', async () => {
    const sent = uploadImage(desk.blog(), desk.stranger, image(PNG));
    expect(await refusalOf(sent)).toEqual([403, 'may-not-upload']);
  });

  it.each([
    ['an SVG', Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), [415, 'image-svg']],
    ['a page', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), [415, 'image-type']],
    ['a PNG in name only', Buffer.from('MZ\0\0 a program'), [415, 'image-type']],
    ['20 MB', Buffer.concat([PNG, Buffer.alloc(20 * 1024 * 1024)]), [413, 'image-too-large']],
  ])('is not %s', async (_, bytes, refused) => {
    expect(await refusalOf(uploadImage(desk.blog(), desk.author, image(bytes)))).toEqual(refused);
  });

  it.each([
    [null],
    ['text'],
    [{ name: 'a.png' }],
    [{ name: 1, data: 'AA==' }],
    [{ name: 'a', data: '../' }],
  ])('is not %j', async (sent) => {
    const refused = await refusalOf(uploadImage(desk.blog(), desk.author, sent));
    expect(refused).toEqual([422, 'invalid']);
  });

  it.each([
    ['../../.github/workflows/x.yml', 'github-workflows-x'],
    ['日本語.png', 'image'],
    ['x'.repeat(300), 'x'.repeat(40)],
  ])('named %j goes nowhere but to its folder', (name, stem) => {
    const path = imagePath(name, PNG, 'png', new Date('2026-11-23T12:00:00Z'));
    expect(path).toMatch(new RegExp(`^images/2026/11/${stem}-[\\da-f]{8}\\.png$`));
  });

  it.each([
    ['gif', Buffer.from('GIF89a...')],
    ['jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['webp', Buffer.from('RIFF....WEBPVP8 ')],
    ['avif', Buffer.from('\0\0\0\x20ftypavif\0\0\0\0avifmif1')],
    ['other', Buffer.from('')],
  ])('is told by its first bytes: %s', (kind, bytes) => {
    expect(imageKind(bytes)).toBe(kind);
  });
});
