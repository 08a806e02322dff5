/** A face for everybody, as GitHub gives one: five by five squares, alike on both sides, as a PNG. */
import { createHash } from 'node:crypto';
import { Resvg } from '@resvg/resvg-js';
import { LRUCache } from 'lru-cache';
import type { Handler } from './http';
import { userById } from './store';

const drawn = new LRUCache<string, Buffer>({ max: 500 });

export const handle: Handler = ({ path, query, store }) => {
  const match = /^\/avatars\/u\/(\d+)$/.exec(path);
  if (!match) return null;
  const user = userById(store, Number(match[1]));
  const size = Math.min(Math.max(Number(query.get('s')) || 96, 16), 512);
  const name = user?.login ?? `nobody-${match[1]}`;
  const key = `${name} ${size}`;
  const body = drawn.get(key) ?? draw(name, size);
  drawn.set(key, body);
  return {
    status: 200,
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=300' },
    body,
  };
};

function draw(name: string, size: number): Buffer {
  const bytes = createHash('sha256').update(name).digest();
  const hue = Math.round(((bytes[31] ?? 0) / 256) * 360);
  const squares = Array.from({ length: 15 }, (_, place) => {
    const column = Math.floor(place / 5);
    if ((bytes[place] ?? 0) % 2 === 1) return '';
    const y = 8 + (place % 5) * 16;
    return [column, 4 - column]
      .map((at) => `<rect x="${8 + at * 16}" y="${y}" width="16" height="16"/>`)
      .join('');
  });
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="#f0f0f0"/><g fill="hsl(${hue}, 52%, 45%)">${squares.join('')}</g></svg>`;
  return new Resvg(picture, { fitTo: { mode: 'width', value: size } }).render().asPng();
}
