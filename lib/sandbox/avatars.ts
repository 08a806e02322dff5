/** A face for everybody: the login's first letter on a colour of their own. */
import type { Handler } from './http';
import { userById } from './store';

export const handle: Handler = ({ path, query, store }) => {
  const match = /^\/avatars\/u\/(\d+)$/.exec(path);
  if (!match) return null;
  const user = userById(store, Number(match[1]));
  const size = Math.min(Math.max(Number(query.get('s')) || 96, 16), 512);
  return {
    status: 200,
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=300' },
    body: drawAvatar(user?.login ?? '?', Number(match[1]), size),
  };
};

function drawAvatar(login: string, id: number, size: number): string {
  const hue = (id * 47) % 360;
  const letter = /[\p{Letter}\p{Number}]/u.exec(login)?.[0]?.toUpperCase() ?? '?';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 96 96">`,
    `<rect width="96" height="96" fill="hsl(${hue} 45% 42%)"/>`,
    `<circle cx="${20 + (id % 57)}" cy="${18 + (id % 41)}" r="34" fill="hsl(${(hue + 40) % 360} 55% 50%)" opacity=".5"/>`,
    '<text x="48" y="50" fill="#fff" font-family="system-ui,sans-serif" font-size="46"',
    ` font-weight="600" text-anchor="middle" dominant-baseline="central">${letter}</text></svg>`,
  ].join('');
}
