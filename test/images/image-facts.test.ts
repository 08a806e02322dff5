import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createImageFacts } from '../../lib/images/image-facts';

const PICTURE = 'lib/sandbox/seed/files/images/cove-light.png';

describe('how large pictures are', () => {
  let png: Buffer;

  beforeAll(async () => {
    png = await readFile(PICTURE);
  });

  /** Answers with the picture, or with what else is given, and counts. */
  function serve(answer: () => Promise<Response> | Response) {
    const asked: string[] = [];
    const fetch = async (input: string | URL | Request) => {
      asked.push(String(input));
      return answer();
    };
    return { asked, fetch };
  }

  it('is read from their beginnings, once', async () => {
    const { asked, fetch } = serve(() => new Response(new Uint8Array(png), { status: 206 }));
    const sizes = createImageFacts({ fetch });
    const [first, second] = await Promise.all([sizes.look(['a', 'b', 'a']), sizes.look(['a'])]);
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(first.get('a')).toEqual({ width, height, type: 'png' });
    expect(second.get('a')).toEqual({ width, height, type: 'png' });
    await sizes.look(['b']);
    expect(asked.toSorted()).toEqual(['a', 'b']);
  });

  it('is nothing a page waits long for, but is known to the next', async () => {
    let arrive = () => {};
    const late = new Promise<Response>((resolve) => {
      arrive = () => resolve(new Response(new Uint8Array(png)));
    });
    const sizes = createImageFacts({ fetch: serve(() => late).fetch, patience: 5 });
    expect((await sizes.look(['a'])).size).toBe(0);
    arrive();
    for (let turn = 0; turn < 100 && (await sizes.look(['a'])).size === 0; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect((await sizes.look(['a'])).size).toBe(1);
  });

  it.each<[string, () => Promise<Response> | Response]>([
    ['is not there', () => new Response('', { status: 404 })],
    ['is no picture', () => new Response('<html></html>')],
    ['cannot be had', () => Promise.reject(new Error('no network'))],
  ])('is unknown of one that %s, and not asked again at once', async (_, answer) => {
    const { asked, fetch } = serve(answer);
    const sizes = createImageFacts({ fetch });
    expect((await sizes.look(['a'])).size).toBe(0);
    expect((await sizes.look(['a'])).size).toBe(0);
    expect(asked).toEqual(['a']);
  });

  it('is asked of so many pictures of a text and no more', async () => {
    const { asked, fetch } = serve(() => new Response(new Uint8Array(png)));
    await createImageFacts({ fetch }).look(Array.from({ length: 500 }, (_, n) => `picture-${n}`));
    expect(asked.length).toBe(40);
  });
});
