/**
 * Which addresses, alone in their paragraph, become something to play or look at. Nothing is asked
 * of anybody until the reader clicks: see components/article/embeds.ts.
 */

export interface Embed {
  /** As in `.embed-youtube`; lower-case letters. */
  provider: string;
  name: string;
  /** What a frame would load, or null where the site cannot be framed: then it stays a link. */
  frame: string | null;
}

interface Provider {
  provider: string;
  name: string;
  host: RegExp;
  path: RegExp;
  frame: ((match: RegExpExecArray, url: URL) => string | null) | null;
}

const PROVIDERS: Provider[] = [
  {
    provider: 'youtube',
    name: 'YouTube',
    host: /^(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com$/,
    path: /^\/(?:watch|(?:embed|shorts|live)\/([\w-]{11}))$/,
    frame: (match, url) => youtube(match[1] ?? url.searchParams.get('v'), url),
  },
  {
    provider: 'youtube',
    name: 'YouTube',
    host: /^youtu\.be$/,
    path: /^\/([\w-]{11})$/,
    frame: (match, url) => youtube(match[1] ?? null, url),
  },
  {
    provider: 'vimeo',
    name: 'Vimeo',
    host: /^(?:www\.)?vimeo\.com$/,
    path: /^\/(\d{1,12})(?:\/([\da-f]{6,20}))?$/,
    frame: ([, id, hash]) =>
      `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${hash ? `&h=${hash}` : ''}`,
  },
  {
    provider: 'soundcloud',
    name: 'SoundCloud',
    host: /^(?:www\.)?soundcloud\.com$/,
    path: /^\/[\w-]+\/(?:sets\/)?[\w-]+$/,
    frame: (_match, url) =>
      `https://w.soundcloud.com/player/?url=${encodeURIComponent(url.origin + url.pathname)}`,
  },
  {
    provider: 'spotify',
    name: 'Spotify',
    host: /^open\.spotify\.com$/,
    path: /^\/(?:intl-\w+\/)?((?:track|album|playlist|episode|show|artist)\/[\dA-Za-z]{10,40})$/,
    frame: ([, id]) => `https://open.spotify.com/embed/${id}`,
  },
  {
    provider: 'tweet',
    name: 'X',
    host: /^(?:www\.|mobile\.)?(?:twitter|x)\.com$/,
    path: /^\/\w{1,20}\/status\/(\d{1,20})$/,
    frame: ([, id]) => `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}`,
  },
  {
    provider: 'bluesky',
    name: 'Bluesky',
    host: /^bsky\.app$/,
    path: /^\/profile\/([\w.:-]{3,80})\/post\/(\w{5,20})$/,
    frame: ([, author, id]) =>
      author?.startsWith('did:')
        ? `https://embed.bsky.app/embed/${author}/app.bsky.feed.post/${id}`
        : null,
  },
  {
    provider: 'gist',
    name: 'Gist',
    host: /^gist\.github\.com$/,
    path: /^\/([\w-]{1,40}\/[\da-f]{5,40})$/,
    frame: ([, id]) => `https://gist.github.com/${id}.pibb`,
  },
  {
    provider: 'codepen',
    name: 'CodePen',
    host: /^codepen\.io$/,
    path: /^\/((?:team\/)?[\w-]+)\/(?:pen|full|details|embed)\/(\w+)\/?$/,
    frame: ([, author, id]) => `https://codepen.io/${author}/embed/${id}?default-tab=result`,
  },
  {
    provider: 'codesandbox',
    name: 'CodeSandbox',
    host: /^codesandbox\.io$/,
    path: /^\/(?:p\/(?:sandbox|devbox)|s|embed)\/([\w-]+)$/,
    frame: ([, id]) => `https://codesandbox.io/embed/${id}`,
  },
  {
    provider: 'stackblitz',
    name: 'StackBlitz',
    host: /^stackblitz\.com$/,
    path: /^\/(edit\/[\w-]+|github\/[\w./-]+)$/,
    frame: ([, id]) => `https://stackblitz.com/${id}?embed=1`,
  },
  {
    provider: 'figma',
    name: 'Figma',
    host: /^(?:www\.)?figma\.com$/,
    path: /^\/(?:file|design|proto|board)\/\w+/,
    frame: (_match, url) =>
      `https://www.figma.com/embed?embed_host=share&url=${encodeURIComponent(url.href)}`,
  },
  {
    provider: 'jsfiddle',
    name: 'JSFiddle',
    host: /^jsfiddle\.net$/,
    path: /^\/((?:[\w-]+\/)?[\da-z]{6,10})(?:\/(\d+))?\/?$/,
    frame: ([, id, version]) =>
      `https://jsfiddle.net/${id}/${version ? `${version}/` : ''}embedded/result/`,
  },
  {
    provider: 'replit',
    name: 'Replit',
    host: /^(?:www\.)?repl(?:it\.com|\.it)$/,
    path: /^\/(@[\w-]+\/[\w-]+)$/,
    frame: ([, id]) => `https://replit.com/${id}?embed=true`,
  },
  {
    provider: 'map',
    name: 'OpenStreetMap',
    host: /^(?:www\.)?openstreetmap\.org$/,
    path: /^\/$/,
    frame: (_match, url) => openStreetMap(url.hash),
  },
  {
    provider: 'map',
    name: 'Google Maps',
    host: /^(?:www\.|maps\.)?google\.com$/,
    path: /^\/maps\/.*?@(-?\d{1,3}\.\d+),(-?\d{1,3}\.\d+)/,
    frame: ([, latitude, longitude]) =>
      `https://www.google.com/maps?q=${latitude},${longitude}&output=embed`,
  },
  {
    provider: 'mastodon',
    name: 'Mastodon',
    host: /./,
    path: /^\/@[\w.-]+(?:@[\w.-]+)?\/\d{15,20}$/,
    frame: null,
  },
];

/** The origins that a Content-Security-Policy's `frame-src` has to name for the embeds to open. */
export const EMBED_FRAME_ORIGINS = [
  'https://www.youtube-nocookie.com',
  'https://player.vimeo.com',
  'https://w.soundcloud.com',
  'https://open.spotify.com',
  'https://platform.twitter.com',
  'https://embed.bsky.app',
  'https://gist.github.com',
  'https://codepen.io',
  'https://codesandbox.io',
  'https://stackblitz.com',
  'https://www.figma.com',
  'https://jsfiddle.net',
  'https://replit.com',
  'https://www.openstreetmap.org',
  'https://www.google.com',
] as const;

/** @returns how to embed an address, or null where it is an ordinary link */
export function embedOf(address: string): Embed | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username || url.port) return null;
  for (const { provider, name, host, path, frame } of PROVIDERS) {
    const match = host.test(url.hostname) ? path.exec(url.pathname) : null;
    if (!match) continue;
    const source = frame ? frame(match, url) : null;
    if (frame && source === null && provider !== 'bluesky') continue;
    return { provider, name, frame: source };
  }
  return null;
}

function youtube(id: string | null, url: URL): string | null {
  if (!id || !/^[\w-]{11}$/.test(id)) return null;
  const start = /^(\d{1,6})s?$/.exec(url.searchParams.get('t') ?? '')?.[1];
  return `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${start ? `&start=${start}` : ''}`;
}

/** `#map=zoom/latitude/longitude` as the bounding box that the embedded map wants. */
function openStreetMap(hash: string): string | null {
  const match = /^#map=(\d{1,2})\/(-?\d{1,3}\.?\d*)\/(-?\d{1,3}\.?\d*)/.exec(hash);
  if (!match) return null;
  const [zoom = 0, latitude = 0, longitude = 0] = match.slice(1).map(Number);
  const half = 360 / 2 ** zoom;
  const box = [longitude - half, latitude - half / 2, longitude + half, latitude + half / 2];
  return `https://www.openstreetmap.org/export/embed.html?bbox=${box.map((n) => n.toFixed(5)).join('%2C')}`;
}
