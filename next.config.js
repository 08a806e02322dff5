// @ts-check
import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js';
import { buildMermaidFrame, MERMAID_HEADERS } from './components/article/build-mermaid.js';
import { settingsFingerprint } from './lib/cache/settings-fingerprint.js';
import { buildReader } from './lib/hydration/build-reader.js';
import { imagePatterns, isGitHub, serverOfSettings } from './lib/images/image-hosts.js';
import { buildMarkdownWorker } from './lib/markdown/build-worker.js';

const here = path.dirname(fileURLToPath(import.meta.url));

const BASE_PATH = process.env.BASE_PATH?.trim().replace(/\/+$/, '') ?? '';
/** Another one than usual is a second build beside the first, whose scripts it shares. */
const BUILD_DIRECTORY = process.env.BUILD_DIRECTORY || '.next';

/**
 * @param {string} phase
 * @returns {Promise<import('next').NextConfig>}
 */
export default async function config(phase) {
  // As in lib/config.ts; Next would refuse it without saying which setting it was.
  if (!/^(\/[\w.~-]+)*$/.test(BASE_PATH)) {
    throw new Error(`BASE_PATH should be a path such as /blog; got '${BASE_PATH}'.`);
  }
  const isFirst = !process.env.BUILD_DIRECTORY;
  if (isFirst && (phase === PHASE_PRODUCTION_BUILD || phase === PHASE_DEVELOPMENT_SERVER)) {
    await Promise.all([buildMarkdownWorker(here), buildMermaidFrame(here), buildReader(here)]);
  }
  // The processes of one build share what they read of GitHub under this name.
  if (phase === PHASE_PRODUCTION_BUILD) process.env.ISSUEPRESS_BUILD ??= String(Date.now());
  const imageServer = serverOfSettings(process.env);
  process.env.ISSUEPRESS_IMAGE_SERVER = imageServer;
  return {
    reactStrictMode: true,
    // The path below which the whole site lives; the same at the build and at the start.
    basePath: BASE_PATH,
    distDir: BUILD_DIRECTORY,
    compiler: { runAfterProductionCompile: leadToFonts },
    // A folder that runs without the rest of this one, for images and servers: see docs/deploy.md.
    ...(process.env.BUILD_STANDALONE ? { output: 'standalone' } : {}),
    // Names the settings as well, so that a server started under others renders its pages anew.
    generateBuildId: () => `${randomBytes(6).toString('hex')}-${settingsFingerprint(process.env)}`,
    poweredByHeader: false,
    // Else proxy.ts sees another host than the server has, 'localhost' for 127.0.0.1, and what it leads to
    // an address of the site is sought at that host, by TLS where a server in front speaks it.
    skipProxyUrlNormalize: true,
    // lib/compression does it, and keeps what it made.
    compress: false,
    // Vercel keeps rendered pages itself.
    ...(process.env.VERCEL
      ? {}
      : { cacheHandler: path.join(here, 'lib/cache/page-cache.js'), cacheMaxMemorySize: 0 }),
    images: {
      remotePatterns: imagePatterns(imageServer),
      // Ours are as small as they get.
      localPatterns: [],
      imageSizes: [64, 128, 256],
      deviceSizes: [640, 828, 1200, 1920],
      // A server that is named in the settings may be in a private network; nobody else's is asked.
      dangerouslyAllowLocalIP: !isGitHub(imageServer),
      maximumDiskCacheSize: 512 * 1024 * 1024,
    },
    outputFileTracingRoot: here,
    outputFileTracingIncludes: {
      '/*': [
        './templates/*.md',
        './lib/markdown/dist/**/*',
        './lib/hydration/dist/*',
        './node_modules/tinypool/**/*',
      ],
      '/api/card': [
        './node_modules/@fontsource-variable/noto-*/unicode.json',
        './node_modules/@fontsource-variable/noto-*/files/*-wght-normal.woff2',
      ],
    },
    // A native module and ones that find their own files.
    serverExternalPackages: ['redis', '@resvg/resvg-js', 'harfbuzzjs', 'fontverter'],
    turbopack: {
      root: here,
      resolveAlias: {
        'react-dom/server': { browser: './components/layout/no-server-renderer.ts' },
      },
    },
    experimental: {
      // One process renders the build's pages, so that it reads the list of posts once.
      cpus: 1,
      // One loader for all pages. What it needs to know of a page is said by lib/hydration, as the
      // content security policy would stop the script in the page that says it otherwise.
      turbopackSharedRuntime: true,
      // Few style sheets instead of small ones: each costs a phone a round trip before the first paint.
      cssChunking: { type: 'graph', requestCost: 1_000_000 },
    },
    async headers() {
      return [
        { source: '/post/:number(\\d+)/:slug?', headers: [...IN_TWO_TYPES] },
        // A server of one's own sets them as it starts, under the settings of the start.
        ...(process.env.VERCEL ? [{ source: '/(.*)', headers: await securityHeaders() }] : []),
        { source: '/((?!_next/static|fonts/|icons/|reader/).*)', headers: [...ALWAYS_ASK] },
        { source: '/(fonts|icons|reader)/:file', headers: [...NEVER_CHANGES] },
        { source: '/vendor/mermaid/:file', headers: [...MERMAID_HEADERS] },
      ];
    },
  };
}

/**
 * Browsers and proxies keep pages but ask every time: a 304 is cheap, and what is unpublished is
 * gone at once. It also keeps a browser from remembering a redirect for ever, which would become a
 * circle when a post gets its old title back.
 */
const ALWAYS_ASK = [{ key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }];

/** A post answers in HTML or in Markdown; no cache shall give one for the other. */
const IN_TWO_TYPES = [{ key: 'Vary', value: 'Accept' }];

/** The names of these files change with their content. */
const NEVER_CHANGES = [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }];

/** The security headers, from where they are written for a server of one's own. */
async function securityHeaders() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [path.join(here, 'lib/security/headers.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const module = await import(`data:text/javascript;base64,${code}`);
  /** @type {[key: string, value: string][]} */
  const headers = module.securityHeaders(module.readConfig());
  return headers.map(([key, value]) => ({ key, value }));
}

/**
 * Next puts `basePath` before its own addresses, and not before those in style sheets.
 * @param {{ projectDir: string, distDir: string }} build
 */
async function leadToFonts({ projectDir, distDir }) {
  if (!BASE_PATH) return;
  const folder = path.resolve(projectDir, distDir, 'static');
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.css')) continue;
    const sheet = path.join(folder, file);
    const text = await readFile(sheet, 'utf8');
    await writeFile(sheet, text.replace(/url\((["']?)\/fonts\//g, `url($1${BASE_PATH}/fonts/`));
  }
}
