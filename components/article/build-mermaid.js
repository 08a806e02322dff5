/**
 * Puts the frame that draws Mermaid diagrams into `public/vendor/mermaid/`. `next.config.js` awaits it
 * before a build and in development. Plain JavaScript, because nothing compiles the file that
 * compiles.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Headers for everything under `/vendor/mermaid/`: the frame's own policy (scripts of ours, styles of
 * Mermaid's), in the place of the site's, and leave for a page without an origin to load the scripts.
 */
export const MERMAID_HEADERS = [
  {
    key: 'Content-Security-Policy',
    value:
      "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-scripts",
  },
  { key: 'Access-Control-Allow-Origin', value: '*' },
];

/**
 * @param {string} root the project's folder
 * @returns {Promise<void>}
 */
export async function buildMermaidFrame(root) {
  const target = join(root, 'public/vendor/mermaid');
  const source = join(root, 'components/article/mermaid-frame.ts');
  if (await isFresh(target, [source, join(root, 'node_modules/mermaid/package.json')])) return;
  const { build } = await import('esbuild');
  const fresh = `${target}-${process.pid}`;
  await build({
    entryPoints: { frame: source },
    outdir: fresh,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const script = (await readdir(fresh)).find((name) => name.startsWith('frame-'));
  await writeFile(join(fresh, 'frame.html'), page(script ?? ''));
  await mkdir(join(root, 'public/vendor'), { recursive: true });
  await rm(target, { recursive: true, force: true });
  await rename(fresh, target);
}

/** @param {string} script */
function page(script) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Diagram</title>
<style>html,body{margin:0;background:transparent}body{overflow:hidden}svg{display:block;margin:auto;max-width:100%;height:auto}</style>
<body></body>
<script type="module" src="${script}"></script>
</html>
`;
}

/**
 * @param {string} target
 * @param {string[]} sources
 */
async function isFresh(target, sources) {
  const html = join(target, 'frame.html');
  if (!existsSync(html)) return false;
  const built = (await stat(html)).mtimeMs;
  const times = await Promise.all(sources.map(async (file) => (await stat(file)).mtimeMs));
  return built > Math.max(...times);
}
