import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEXT } from '../support/build-site';
import { freePort, startTestSite, type TestSite, until } from '../support/site';

const BODY = '```ts\nconst here: string = "highlighted";\n```\n\n> [!TIP]\n> $x^2$\n';
const HIGHLIGHTED = /<span class="pl-k">const<\/span>/;

let site: TestSite;
let path12 = '';

beforeAll(async () => {
  site = await startTestSite();
  const response = await fetch(`${site.sandbox.url}/_sandbox/issues?webhooks=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ issues: [{ title: 'Code', body: BODY, labels: ['Publish'] }] }),
  });
  const { numbers }: { numbers: number[] } = await response.json();
  path12 = `/post/${numbers[0]}/code`;
});
afterAll(() => site.close());

describe('the Markdown worker is found', () => {
  it('by the built site', async () => {
    await until(async () => (await fetch(site.url + path12)).ok);
    const html = await (await fetch(site.url + path12)).text();
    expect(html).toMatch(HIGHLIGHTED);
    expect(html).toContain('<math ');
  });

  it('among the files that a serverless function or the standalone server gets', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'traced-'));
    const trace = path.resolve('.next/server/pages/post/[number]/[[...slug]].js.nft.json');
    const { files }: { files: string[] } = JSON.parse(readFileSync(trace, 'utf8'));
    for (const file of files) {
      const source = path.resolve(path.dirname(trace), file);
      const relative = path.relative(process.cwd(), source);
      if (/^(lib\/markdown|node_modules\/tinypool)\//.test(relative)) {
        cpSync(source, path.join(folder, relative));
      }
    }
    writeFileSync(
      path.join(folder, 'render.mjs'),
      `import { Tinypool } from 'tinypool';
       import { MessageChannel } from 'node:worker_threads';
       const pool = new Tinypool({ filename: new URL('./lib/markdown/dist/worker.mjs', import.meta.url).href });
       const { port1, port2 } = new MessageChannel();
       const context = { repository: { owner: 'o', name: 'n' }, serverUrl: 'https://github.com', idPrefix: 'p-' };
       const { html } = await pool.run({ body: ${JSON.stringify(BODY)}, context, started: port2 }, { transferList: [port2] });
       console.log(html);
       port1.close();
       await pool.destroy();`,
    );
    const output = execFileSync(process.execPath, ['render.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect(output).toMatch(HIGHLIGHTED);
  });

  it('by the development server', async () => {
    const port = await freePort();
    const server = spawn(
      process.execPath,
      [NEXT, 'dev', '--port', String(port), '--hostname', '127.0.0.1'],
      {
        env: {
          ...site.settings,
          NODE_ENV: 'development',
          CACHE_DIRECTORY: `${site.settings.CACHE_DIRECTORY}-dev`,
        },
        stdio: 'ignore',
      },
    );
    try {
      const address = `http://127.0.0.1:${port}${path12}`;
      const load = () => fetch(address).catch(() => null);
      await until(async () => (await load())?.ok === true, 90_000);
      expect(await (await load())?.text()).toMatch(HIGHLIGHTED);
    } finally {
      server.kill('SIGTERM');
    }
  });
});
