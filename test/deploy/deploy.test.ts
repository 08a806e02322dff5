/** What is deployed with: read, and verified by the tools that are there. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (file: string) => readFileSync(file, 'utf8');

describe('the Dockerfile', () => {
  const lines = read('Dockerfile').replaceAll('\\\n', ' ').split('\n');
  const ignored = read('.dockerignore')
    .split('\n')
    .filter((line) => /^[^#\s]/.test(line));

  it('copies what is there and what the build gives', () => {
    const copies = lines.flatMap((line) => /^COPY (.*)/.exec(line)?.[1] ?? []);
    expect(copies.length).toBeGreaterThan(3);
    for (const copy of copies) {
      const sources = copy.split(/\s+/).slice(0, -1);
      if (sources[0] === '--from=build') {
        expect(sources[1]).toMatch(/^\/app\/(\.next\/standalone|\.next\/static|public)$/);
        continue;
      }
      for (const source of sources) {
        expect(existsSync(source), source).toBe(true);
        expect(ignored).not.toContain(source);
      }
    }
  });

  it('runs as nobody in particular, and looks after its health', () => {
    const last = lines.lastIndexOf('FROM node:22-slim');
    const stage = lines.slice(last).join('\n');
    expect(stage).toMatch(/^USER node$/m);
    expect(stage).toMatch(/^HEALTHCHECK .*\n?.*\/api\/health/m);
    expect(stage).not.toMatch(/\bnpm\b|COPY.*\.env/);
  });

  it('is well where the site answers, below a path, too', async () => {
    const check = /CMD (\["node", "-e".*\])$/m.exec(lines.join('\n'))?.[1] ?? '[]';
    const [, , script = '']: string[] = JSON.parse(check);
    const site = createServer(({ url }, response) => {
      response.writeHead(url === '/notes/api/health' ? 200 : 404).end();
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const address = site.address();
    const PORT = String(typeof address === 'object' && address ? address.port : 0);
    const statusWith = async (env: Record<string, string>) => {
      const run = spawn(process.execPath, ['-e', script], { env: { NODE_ENV: 'test', ...env } });
      return new Promise((resolve) => run.once('exit', resolve));
    };
    expect(await statusWith({ PORT, BASE_PATH: '/notes' })).toBe(0);
    expect(await statusWith({ PORT, BASE_PATH: '' })).toBe(1);
    expect(await statusWith({ PORT: '9', BASE_PATH: '' })).toBe(1);
    await new Promise((resolve) => site.close(resolve));
  });

  it('knows the path of its build in both of its stages', () => {
    const stages = lines
      .join('\n')
      .split(/^FROM /m)
      .slice(1);
    expect(stages).toHaveLength(2);
    for (const stage of stages) expect(stage).toMatch(/^ARG BASE_PATH=$/m);
    expect(stages[0]?.indexOf('ARG BASE_PATH')).toBeLessThan(stages[0]?.indexOf('RUN BUILD') ?? 0);
    expect(stages[1]).toMatch(/^ENV BASE_PATH=\$BASE_PATH$/m);
  });

  it('keeps settings and history out of the image', () => {
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.env*', 'node_modules', '.sandbox']));
  });
});

describe('the compose file', () => {
  const { services } = parse(read('deploy/compose.yaml'));

  it('mounts what is there', () => {
    const mounts: string[] = services.nginx.volumes;
    for (const mount of mounts.filter((one) => one.startsWith('./'))) {
      expect(existsSync(path.join('deploy', mount.split(':')[0] ?? '')), mount).toBe(true);
    }
    expect(existsSync(path.join('deploy', services.site.build.context, 'Dockerfile'))).toBe(true);
  });

  it('lets nobody past nginx, which finds the site where its configuration says', () => {
    expect(services.site.ports).toEqual([expect.stringMatching(/^\$\{HTTP_PORT:-80\}:80$/)]);
    expect(services.nginx.network_mode).toBe('service:site');
    expect(read('deploy/nginx.conf')).toMatch(/^\s*server 127\.0\.0\.1:3000\b/m);
    expect(read('deploy/nginx.conf')).toMatch(/^\s*listen 80;/m);
  });
});

it('nginx keeps for ever those folders whose files never change', () => {
  const [, ofSite] =
    /source: '\/\(([\w|]+)\)\/:file', headers: \[\.\.\.NEVER_CHANGES\]/.exec(
      read('next.config.js'),
    ) ?? [];
  const [, ofNginx] = /location ~ \^\/\(\?:([\w/|]+)\)\/ \{/.exec(read('deploy/nginx.conf')) ?? [];
  expect(ofSite).toBeTruthy();
  expect(ofNginx).toBe(`_next/static|${ofSite}`);
});

describe('the systemd unit', () => {
  const unit = read('deploy/issuepress.service');
  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

  it('starts the standalone server with the settings of one file', () => {
    expect(unit).toMatch(/^ExecStart=\/usr\/bin\/node server\.js$/m);
    expect(unit).toMatch(/^EnvironmentFile=-\/etc\/issuepress\.env$/m);
    expect(unit).toMatch(/^Environment=CACHE_DIRECTORY=\/var\/lib\/issuepress$/m);
    expect(unit).toMatch(/^StateDirectory=issuepress$/m);
  });

  it.skipIf(!hasSystemd)('satisfies systemd-analyze, and is exposed little', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'issuepress-unit-'));
    const file = path.join(folder, 'issuepress.service');
    // Node may live elsewhere on this machine.
    writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
    const verified = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    const own = verified.stderr.split('\n').filter((line) => line.includes('issuepress'));
    expect(own).toEqual([]);
    expect(verified.status).toBe(0);
    const args = ['security', '--offline=true', '--threshold=20', file];
    expect(execFileSync('systemd-analyze', args, { encoding: 'utf8' })).toMatch(/OK/);
    rmSync(folder, { recursive: true });
  });
});

it('the guide for a server copies no second set of secrets', () => {
  const [, recipe = ''] = /systemd\n\n```sh\n([\s\S]*?)```/.exec(read('docs/deploy.md')) ?? [];
  const lines = recipe.split('\n');
  const copied = lines.findIndex((line) => line.includes('cp -r .next/standalone/.'));
  expect(copied).toBeGreaterThan(0);
  // Next puts `.env` and `.env.production` there.
  expect(lines.slice(0, copied)).toContain('rm -f .next/standalone/.env*');
});

describe('vercel.json', () => {
  it('asks for no more than once a day, which is what the free plan allows', () => {
    const { crons }: { crons: { path: string; schedule: string }[] } = JSON.parse(
      read('vercel.json'),
    );
    for (const cron of crons) {
      expect(existsSync(`pages${cron.path}.ts`), cron.path).toBe(true);
      expect(cron.schedule).toMatch(/^\d{1,2} \d{1,2} \* \* \S+$/);
    }
    expect(crons).toHaveLength(1);
  });
});

it('the button for Vercel asks for no setting: /setup of the site does', () => {
  const guide = read('docs/deploy.md');
  const link = /https:\/\/vercel\.com\/new\/clone\?[^)\s]+/.exec(guide)?.[0] ?? '';
  const query = new URL(link).searchParams;
  expect(query.get('repository-url')).toMatch(/^https:\/\/github\.com\/[\w-]+\/[\w.-]+$/);
  expect(query.has('env')).toBe(false);
});
