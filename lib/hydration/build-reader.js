// @ts-check
/**
 * Bundles the scripts that a page has before the framework: the boot script, which stands in the
 * page, and the reader's module with what it loads later, into `public/reader/` under names that
 * change with their content; beside them the style sheets of the editor and of taking part, which
 * few readers need. `next.config.js` awaits it. A server may be serving the last ones meanwhile, and
 * another may start: the new files come first, then what names them, and only then the old ones go.
 * Plain JavaScript, because nothing compiles the file that compiles.
 */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeWhole } from '../write-whole.js';

/** Each in the folder of its name. */
const SHEETS = ['writing', 'participation'];

/**
 * @param {string} root the project's folder
 * @returns {Promise<void>}
 */
export async function buildReader(root) {
  const { build } = await import('esbuild');
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    bundle: true,
    minify: true,
    target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
    logLevel: 'warning',
    metafile: true,
  };
  const boot = await build({
    ...common,
    entryPoints: [join(root, 'lib/hydration/browser/boot.ts')],
    format: 'iife',
    write: false,
  });
  const served = join(root, 'public/reader');
  const fresh = join(root, `public/reader-${process.pid}`);
  const module = await build({
    ...common,
    entryPoints: [join(root, 'components/reader.ts')],
    format: 'esm',
    splitting: true,
    outdir: fresh,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
  });
  const sheets = await build({
    ...common,
    entryPoints: SHEETS.map((name) => join(root, `components/${name}/${name}.css`)),
    outdir: fresh,
    entryNames: '[name]-[hash]',
  });
  const names = await readdir(fresh);
  await mkdir(served, { recursive: true });
  await Promise.all(names.map((name) => rename(join(fresh, name), join(served, name))));
  await rm(fresh, { recursive: true });
  const outputs = Object.entries(module.metafile?.outputs ?? {});
  const [entry = ''] = outputs.find(([, output]) => output.entryPoint?.endsWith('reader.ts')) ?? [];
  const files = {
    boot: boot.outputFiles[0]?.text.trim(),
    reader: `/reader/${basename(entry)}`,
    ...Object.fromEntries(
      Object.entries(sheets.metafile?.outputs ?? {}).map(([file, { entryPoint = '' }]) => [
        basename(entryPoint, '.css'),
        `/reader/${basename(file)}`,
      ]),
    ),
  };
  await writeWhole(join(root, 'lib/hydration/dist/reader.json'), `${JSON.stringify(files)}\n`);
  const old = (await readdir(served)).filter((name) => !names.includes(name));
  await Promise.all(old.map((name) => rm(join(served, name), { recursive: true, force: true })));
}
