/**
 * The views outside Next: bundled with their style sheets, rendered to documents, and served on a
 * free port for a browser to look at.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { build, type Plugin } from 'esbuild';
import { THEME_SCRIPT } from '../../lib/security/theme-script';
import type { PageName, pageNames, renderPage } from './pages';

export interface RenderedViews {
  pageNames: typeof pageNames;
  renderPage: typeof renderPage;
  /** All style sheets of the views, minified. */
  css: string;
}

/** Without Next, what belongs into `<head>` is rendered in place; React lifts it up. */
const headInPlace: Plugin = {
  name: 'head-in-place',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^next\/head$/ }, () => ({ path: 'head', namespace: 'head-in-place' }));
    onLoad({ filter: /.*/, namespace: 'head-in-place' }, () => ({
      contents: 'export default ({ children }) => children;',
    }));
  },
};

export async function renderViews(): Promise<RenderedViews> {
  const result = await build({
    entryPoints: { views: 'test/components/pages.tsx', theme: 'components/theme/theme.module.css' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    minifySyntax: true,
    minifyWhitespace: true,
    external: ['/fonts/*'],
    plugins: [headInPlace],
    outdir: 'test/.output/views',
    write: true,
    logLevel: 'warning',
    metafile: true,
  });
  const file = `${process.cwd()}/test/.output/views/views.js?${Object.keys(result.metafile.inputs).length}-${Date.now()}`;
  const views: Pick<RenderedViews, 'pageNames' | 'renderPage'> = await import(file);
  const css = await Promise.all(
    ['theme', 'views'].map((name) => readFile(`test/.output/views/${name}.css`, 'utf8')),
  );
  return { ...views, css: css.join('\n') };
}

/** The comforts as one script that starts itself. */
export async function bundleComforts(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { startComforts } from './components/comforts/start'; startComforts();",
      resolveDir: process.cwd(),
    },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

export interface ServedViews {
  /** The address of a page. */
  urlOf: (name: PageName, language?: string) => string;
  close: () => void;
}

/** @param comforts the comforts' script, where a test wants it: see `bundleComforts` */
export async function serveViews(views: RenderedViews, comforts = ''): Promise<ServedViews> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [kind = '', name = ''] = url.pathname.slice(1).split('/');
    const found = views.pageNames.find((candidate) => candidate === name);
    if (kind === 'page' && found) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Content-Security-Policy', POLICY);
      response.end(views.renderPage(found, url.searchParams.get('language') ?? 'en'));
    } else if (kind === 'styles.css') {
      response.setHeader('Content-Type', 'text/css');
      response.end(views.css);
    } else if (kind === 'comforts.js') {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(comforts);
    } else if (kind === 'avatar.svg') {
      response.setHeader('Content-Type', 'image/svg+xml');
      response.end(AVATAR);
    } else if (kind === 'fonts') {
      response.setHeader('Content-Type', 'font/woff2');
      response.end(await readFile(`public/fonts/${name}`));
    } else {
      // Where the links lead.
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end('<!DOCTYPE html><title>Elsewhere</title>');
    }
  });
  const port = await listen(server);
  return {
    urlOf: (name, language = 'en') => `http://127.0.0.1:${port}/page/${name}?language=${language}`,
    close: () => server.close(),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

const THEME_HASH = createHash('sha256').update(THEME_SCRIPT).digest('base64');

/** The site's promise: no inline style, and inline scripts by their hashes. */
const POLICY = `default-src 'none'; style-src 'self'; script-src 'self' 'sha256-${THEME_HASH}'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'`;

const AVATAR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#3b6"/><circle cx="4" cy="3.2" r="1.6" fill="#fff"/><path d="M1 8a3 3 0 0 1 6 0" fill="#fff"/></svg>';
