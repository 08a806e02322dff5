/** A small site with one article on it: our style sheets, enhancements and policy, and nobody else. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { build } from 'esbuild';
import { buildMermaidFrame, MERMAID_HEADERS } from '../../../components/article/build-mermaid.js';
import { EMBED_FRAME_ORIGINS } from '../../../lib/markdown/features/embeds';
import { renderMarkdownNow } from '../../../lib/markdown/render';

const ROOT = process.cwd();
const SEED = join(ROOT, 'lib/sandbox/seed');

export const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: data:",
  'media-src https:',
  `frame-src 'self' ${EMBED_FRAME_ORIGINS.join(' ')}`,
].join('; ');

export interface ArticleSite {
  origin: string;
  close(): void;
}

/** Serves the specimen post of the demo, or another body, on a free port. */
export async function startArticleSite(body?: string): Promise<ArticleSite> {
  await buildMermaidFrame(ROOT);
  const assets = new Map<string, string>([
    [
      '/site.css',
      await bundle(
        'components/theme/tokens.css',
        'components/theme/base.css',
        'components/article/article.css',
      ),
    ],
    ['/site.js', await bundleScript()],
  ]);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const asset = assets.get(path);
    if (path === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', POLICY);
      response.end(await page(body ?? (await specimen()), `http://${request.headers.host}`));
    } else if (asset !== undefined) {
      response.setHeader('content-type', path.endsWith('.css') ? 'text/css' : 'text/javascript');
      response.end(asset);
    } else {
      const file = path.startsWith('/vendor/')
        ? join(ROOT, 'public', normalize(path))
        : join(SEED, 'files', normalize(path).replace('/octocat/blog/raw/HEAD/', '/'));
      const content = await readFile(file).catch(() => null);
      if (path.startsWith('/vendor/mermaid/')) {
        for (const { key, value } of MERMAID_HEADERS) response.setHeader(key, value);
      }
      response.setHeader('content-type', TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain');
      response.statusCode = content ? 200 : 404;
      response.end(content);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'string' || !address) throw new Error('The server has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  png: 'image/png',
  gif: 'image/gif',
};

/** The demo's post that shows every feature, without its metadata. */
async function specimen(): Promise<string> {
  const text = await readFile(join(SEED, '16-everything.md'), 'utf8');
  return text.replace(/^---\n[\s\S]*?\n---\n/, '');
}

async function page(body: string, serverUrl: string): Promise<string> {
  const context = { repository: { owner: 'octocat', name: 'blog' }, serverUrl };
  const { html } = await renderMarkdownNow(body, {
    ...context,
    idPrefix: 'post-16-',
    eagerFirstImage: true,
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Specimen</title><link rel="stylesheet" href="/site.css"><script type="module" src="/site.js"></script></head><body><main class="page"><h1>Everything</h1><div class="e-content article">${html}</div></main></body></html>`;
}

async function bundle(...files: string[]): Promise<string> {
  const imports = files.map((file) => `@import "./${file}";`).join('\n');
  const layout =
    '.page{max-inline-size:var(--measure);margin-inline:auto;padding:var(--space-4) var(--gutter)}';
  const { outputFiles } = await build({
    stdin: { contents: `${imports}\n${layout}`, resolveDir: ROOT, loader: 'css' },
    bundle: true,
    write: false,
    external: ['*.woff2'],
  });
  return outputFiles[0]?.text ?? '';
}

async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { enhanceArticles } from './components/article/enhance';
        import { ENGLISH } from './lib/i18n/article-words';
        enhanceArticles(document, ENGLISH);`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
  });
  return outputFiles[0]?.text ?? '';
}
