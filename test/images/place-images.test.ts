import { describe, expect, it } from 'vitest';
import type { ImageFacts } from '../../lib/images/image-facts';
import { originalAddress } from '../../lib/images/optimized';
import { originalImages, pictureAddresses, placeImages } from '../../lib/images/place-images';

const OURS = 'https://github.com/user-attachments/assets/1?a=1&b=2';
const WRITTEN = OURS.replace('&', '&#x26;');

function place(html: string, facts: Partial<ImageFacts> = {}): string {
  const known = { width: 1600, height: 900, type: 'png', ...facts };
  return placeImages(html, (address) => (address === OURS ? known : null));
}

function attribute(html: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1]?.replaceAll('&#x26;', '&');
}

describe('a picture of GitHub’s', () => {
  it('has room kept for it, and comes in the width it is shown in', () => {
    const html = place(`<p><img src="${WRITTEN}" alt="A &#x22;view&#x22;" loading="lazy"></p>`);
    expect(attribute(html, 'width')).toBe('1600');
    expect(attribute(html, 'height')).toBe('900');
    expect(attribute(html, 'alt')).toBe('A &#x22;view&#x22;');
    const candidates = attribute(html, 'srcset')?.split(', ') ?? [];
    expect(candidates.map((candidate) => candidate.split(' ')[1])).toEqual([
      '640w',
      '828w',
      '1200w',
      '1600w',
    ]);
    for (const candidate of [attribute(html, 'src') ?? '', ...candidates]) {
      expect(candidate).toMatch(/^\/_next\/image\?url=/);
      expect(originalAddress(candidate.split(' ')[0] ?? '')).toBe(OURS);
    }
    expect(attribute(html, 'sizes')).toContain('100vw');
    expect(html).toMatch(/^<p><img [^<>]*><\/p>$/);
  });

  it.each([
    ['width="400"', '400', '225', '400px'],
    ['height="90"', '160', '90', '160px'],
    ['width="100%"', '100%', undefined, expect.stringContaining('100vw')],
    ['width="300" height="300"', '300', '300', '300px'],
  ])('written with %s keeps its proportion', (written, width, height, sizes) => {
    const html = place(`<img src="${WRITTEN}" ${written} alt="">`);
    expect(attribute(html, 'width')).toBe(width);
    expect(attribute(html, 'height')).toBe(height);
    expect(attribute(html, 'sizes')).toEqual(sizes);
  });

  it('is not offered larger than it is', () => {
    const html = place(`<img src="${WRITTEN}" alt="">`, { width: 300, height: 200 });
    expect(attribute(html, 'srcset')).toBeUndefined();
    expect(attribute(html, 'src')).toMatch(/&w=640&/);
  });

  it.each(['gif', 'svg'])('of the kind %s stays where it is, with room', (type) => {
    const html = place(`<img src="${WRITTEN}" alt="">`, { type });
    expect(attribute(html, 'src')).toBe(OURS);
    expect(attribute(html, 'width')).toBe('1600');
  });

  it('keeps the choice that its author gave', () => {
    const html = place(`<img src="${WRITTEN}" srcset="https://example.org/b.png 2x" alt="">`);
    expect(attribute(html, 'srcset')).toBe('https://example.org/b.png 2x');
    expect(attribute(html, 'src')).toBe(OURS);
  });

  it('is what it was for readers outside of the site', () => {
    const html = originalImages(place(`<img src="${WRITTEN}" alt="">`));
    expect(html).toBe(`<img src="${WRITTEN}" alt="" width="1600" height="900">`);
  });
});

describe('anybody else’s picture', () => {
  it.each([
    '<img src="https://example.org/a.png" alt="">',
    '<p>&#x3C;img src="x"></p>',
    '<img alt="No address">',
    '<video src="https://github.com/user-attachments/assets/1"></video>',
  ])('stays as it is: %s', (html) => {
    expect(place(html)).toBe(html);
  });
});

it('knows which pictures a text shows', () => {
  const html = `<img src="${WRITTEN}" alt=""><p><img alt="" src="https://example.org/a.png"></p>`;
  expect(pictureAddresses(html)).toEqual([OURS, 'https://example.org/a.png']);
});
