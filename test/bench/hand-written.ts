/**
 * The home page and a post as somebody would write them by hand: the same words, images and fonts,
 * one small style sheet, no script; served by nginx.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { freePort, until } from '../support/site';

export interface HandWritten {
  /** Addresses of the pages. */
  home: string;
  /** In the order of the posts. */
  posts: string[];
  close(): Promise<void>;
}

const STYLES = `
@font-face{font-family:N;src:url(/fonts/ROMAN) format("woff2");font-weight:400 700;font-display:optional}
@font-face{font-family:N;src:url(/fonts/ITALIC) format("woff2");font-style:italic;font-display:optional}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:42rem;font:1.15rem/1.6 N,Georgia,serif;color:#222;background:#fff}
h1,h2,h3{line-height:1.2;font-weight:500}
a{color:#7a2e1d}
img,video{max-width:100%;height:auto}
pre{overflow:auto;padding:1rem;background:#f4f1ec;font-size:.85em}
table{display:block;overflow-x:auto;border-collapse:collapse}
td,th{padding:.3rem .6rem;border-bottom:1px solid #ddd}
blockquote{margin:0;padding-left:1rem;border-left:3px solid #ddd}
`;

/** @param site whose pages are written again @param paths of its posts */
export async function serveByHand(site: string, paths: readonly string[]): Promise<HandWritten> {
  const root = await mkdtemp(path.join(tmpdir(), 'by-hand-'));
  // nginx's workers are somebody else.
  await chmod(root, 0o755);
  const pages = path.join(root, 'pages');
  await mkdir(pages);
  await cp('public/fonts', path.join(pages, 'fonts'), { recursive: true });
  const [home, ...articles] = await Promise.all(
    ['/', ...paths].map((path) => readDocument(`${site}${path}`)),
  );
  if (!home) throw new Error('The site has no pages to write again.');
  const fonts = [...home.querySelectorAll('link[rel="preload"][as="font"]')].map(
    (link) => link.getAttribute('href')?.split('/').at(-1) ?? '',
  );
  const [roman = '', italic = ''] = fonts;
  await writeFile(
    path.join(pages, 'style.css'),
    STYLES.trim().replace('ROMAN', roman).replace('ITALIC', italic),
  );
  const keepImages = await openImages(site, pages);
  const keep = async (name: string, source: Document, main: string) =>
    writeFile(path.join(pages, `${name}.html`), write(source, await keepImages(main), fonts));
  await keep('index', home, listOf(home));
  const names = articles.map((_, place) => `post-${place}`);
  for (const [place, article] of articles.entries()) {
    await keep(`post-${place}`, article, textOf(article));
  }
  const port = await freePort();
  const nginx = await startNginx(root, pages, port);
  return {
    home: `http://127.0.0.1:${port}/`,
    posts: names.map((name) => `http://127.0.0.1:${port}/${name}.html`),
    async close() {
      nginx.kill('SIGTERM');
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function readDocument(url: string): Promise<Document> {
  return parseHTML(await (await fetch(url)).text()).document;
}

/** Accepts what Chromium does. */
const IMAGE_TYPES = { accept: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8' };

/**
 * @param pages the folder that images are kept in
 * @returns has images come from there, each as the site would send it, in every size it offers
 */
async function openImages(site: string, pages: string): Promise<(html: string) => Promise<string>> {
  await mkdir(path.join(pages, 'images'));
  const kept = new Map<string, string>();

  async function keep(address: string): Promise<string> {
    const response = await fetch(new URL(address, site), { headers: IMAGE_TYPES });
    const [, type = 'png'] = /^image\/(\w+)/.exec(response.headers.get('content-type') ?? '') ?? [];
    const name = `/images/${kept.size}.${type}`;
    await writeFile(path.join(pages, name), Buffer.from(await response.arrayBuffer()));
    return name;
  }

  return async (html) => {
    const { document } = parseHTML(`<html><body>${html}</body></html>`);
    for (const image of document.querySelectorAll('img, source')) {
      for (const attribute of ['src', 'srcset']) {
        const value = image.getAttribute(attribute);
        if (!value) continue;
        const candidates = attribute === 'src' ? [value] : value.split(/,\s+/);
        const written = [];
        for (const candidate of candidates) {
          const [address = '', ...size] = candidate.split(' ');
          if (!kept.has(address)) kept.set(address, await keep(address));
          written.push([kept.get(address), ...size].join(' '));
        }
        image.setAttribute(attribute, written.join(', '));
      }
    }
    return document.body.innerHTML;
  };
}

function write(source: Document, main: string, fonts: readonly string[]): string {
  const title = source.querySelector('title')?.innerHTML ?? '';
  const preloads = fonts.map(
    (font) => `<link rel="preload" href="/fonts/${font}" as="font" type="font/woff2" crossorigin>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="A page written by hand.">
${preloads.join('\n')}
<link rel="stylesheet" href="/style.css">
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}

function listOf(home: Document): string {
  const entries = [...home.querySelectorAll('.h-entry')].map((entry) => {
    const name = entry.querySelector('.p-name')?.textContent ?? '';
    const summary = entry.querySelector('.p-summary')?.textContent ?? '';
    const images = [...entry.querySelectorAll('img')].map((image) => image.outerHTML).join('');
    return `<article><h2><a href="/post-0.html">${name}</a></h2><p>${summary}</p>${images}</article>`;
  });
  return `<h1>${home.querySelector('title')?.innerHTML ?? ''}</h1>\n${entries.join('\n')}`;
}

function textOf(article: Document): string {
  const name = article.querySelector('h1')?.textContent ?? '';
  const author = article.querySelector('.h-entry > header')?.querySelector('img')?.outerHTML ?? '';
  const comments = [...article.querySelectorAll('.h-cite')].map(
    (comment) =>
      `<article>${comment.querySelector('img')?.outerHTML ?? ''}${comment.querySelector('.e-content')?.innerHTML ?? ''}</article>`,
  );
  return `<h1>${name}</h1>${author}\n${article.querySelector('#article')?.innerHTML ?? ''}
<h2>Comments</h2>
${comments.join('\n')}`;
}

async function startNginx(root: string, pages: string, port: number): Promise<ChildProcess> {
  const file = path.join(root, 'nginx.conf');
  await writeFile(
    file,
    `worker_processes 1;
daemon off;
pid ${root}/nginx.pid;
error_log ${root}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fcgi;
  uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
  types {
    text/html html; text/css css; font/woff2 woff2;
    image/avif avif; image/webp webp; image/png png; image/jpeg jpeg; image/gif gif; image/svg+xml svg;
  }
  gzip on; gzip_types text/css image/svg+xml; gzip_comp_level 6;
  server { listen 127.0.0.1:${port}; root ${pages}; index index.html; }
}
`,
  );
  const nginx = spawn('nginx', ['-c', file, '-e', `${root}/error.log`], { stdio: 'inherit' });
  nginx.on('error', () => console.error('This benchmark needs nginx.'));
  await until(
    async () => (await fetch(`http://127.0.0.1:${port}/`).catch(() => null))?.ok === true,
  );
  return nginx;
}
