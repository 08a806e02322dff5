/**
 * Bundles the Markdown worker into `lib/markdown/dist/`, where a thread can start it whatever bundles
 * the pages. `next.config.js` awaits it before a build and in development; scripts and tests run it
 * when the bundle is missing or older than its sources. Plain JavaScript, because nothing compiles
 * the file that compiles.
 */
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * @param {string} root the project's folder
 * @returns {Promise<string>} the worker's file
 */
export async function buildMarkdownWorker(root) {
  const source = join(root, 'lib/markdown');
  const target = join(source, 'dist');
  const file = join(target, 'worker.mjs');
  if (await isFresh(source, file)) return file;
  const { build } = await import('esbuild');
  const fresh = join(source, `dist-${process.pid}`);
  await build({
    entryPoints: [join(source, 'worker.ts')],
    outdir: fresh,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    minifySyntax: true,
    minifyWhitespace: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.9',
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const require = createRequire(join(root, 'package.json'));
  await mkdir(target, { recursive: true });
  await copyFile(require.resolve('vscode-oniguruma/release/onig.wasm'), join(fresh, 'onig.wasm'));
  await replaceFolder(fresh, target);
  return file;
}

/**
 * Whether the bundle is younger than everything it is made of.
 * @param {string} source
 * @param {string} file
 */
async function isFresh(source, file) {
  const built = await modified(file);
  if (built === 0) return false;
  const sources = await readdir(source, { recursive: true });
  const times = await Promise.all(
    sources
      .filter((name) => /\.[jt]s$/.test(name) && !name.startsWith('dist'))
      .map((name) => modified(join(source, name))),
  );
  const lock = await modified(join(source, '../../node_modules/.package-lock.json'));
  return built > Math.max(lock, ...times);
}

/** @param {string} file */
async function modified(file) {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return 0;
  }
}

/**
 * Two processes may build at once; the later one wins and neither sees half a folder.
 * @param {string} fresh
 * @param {string} target
 */
async function replaceFolder(fresh, target) {
  const old = `${target}-${process.pid}-old`;
  await rename(target, old).catch(() => {});
  await rename(fresh, target).catch(() => rm(fresh, { recursive: true, force: true }));
  await rm(old, { recursive: true, force: true });
}
