/** The nginx of `deploy/nginx.conf`, in front of a site of the tests. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, until } from './site';

/** Whether this machine has an nginx at all. */
export const hasNginx = spawnSync('nginx', ['-v']).status === 0;
if (!hasNginx) console.warn('There is no nginx here (apt install nginx): its tests are left out.');

export interface Nginx {
  /** Without a trailing slash. */
  url: string;
  /** Processor time of its worker so far, in milliseconds, where the system tells. */
  worked(): number;
  close(): Promise<void>;
}

/**
 * @param sites origins of the instances behind it
 * @param extra more for its `server { … }`
 * @param change what else is another than in `deploy/nginx.conf`
 */
export async function startNginxInFront(
  sites: string | readonly string[],
  extra = '',
  change = (configuration: string) => configuration,
): Promise<Nginx> {
  const port = await freePort();
  const root = await mkdtemp(path.join(tmpdir(), 'issuepress-nginx-'));
  const hosts = [sites].flat().map((site) => new URL(site).host);
  const deployed = await readFile('deploy/nginx.conf', 'utf8');
  const here = change(deployed)
    .replaceAll('/var/cache/nginx', root)
    .replace(/server 127\.0\.0\.1:3000([^;]*);/, (_, how) =>
      hosts.map((host) => `server ${host}${how};`).join(' '),
    )
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('listen [::]:80;', extra);
  const file = path.join(root, 'nginx.conf');
  await writeFile(file, mainConfiguration(root, here));
  const nginx = spawn('nginx', ['-c', file, '-e', `${root}/error.log`], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await until(async () => {
    if (nginx.exitCode !== null) throw new Error(await readFile(`${root}/error.log`, 'utf8'));
    return (await fetch(`${url}/api/health`).catch(() => null)) !== null;
  });
  return {
    url,
    worked: () => workTimeOf(nginx.pid),
    async close() {
      await end(nginx);
      await rm(root, { recursive: true, force: true });
    },
  };
}

function mainConfiguration(root: string, site: string): string {
  // Started by root, its workers would be somebody who may not write here.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `
${user}
daemon off;
pcre_jit on;
worker_processes 1;
worker_rlimit_nofile 20000;
pid ${root}/nginx.pid;
events { worker_connections 8192; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  # As Debian's own configuration has it.
  sendfile on;
  tcp_nopush on;
  client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fcgi;
  uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
  ${site}
}
`;
}

/** Of all children; a tick is a hundredth of a second. Source: proc(5). */
function workTimeOf(parent: number | undefined): number {
  const children = `/proc/${parent}/task/${parent}/children`;
  if (!existsSync(children)) return Number.NaN;
  const pids = readFileSync(children, 'utf8').trim().split(' ').filter(Boolean);
  const ticks = pids.map((pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((sum, one) => sum + one, 0) * 10;
}

async function end(nginx: ChildProcess): Promise<void> {
  if (nginx.exitCode !== null) return;
  const ended = new Promise((resolve) => nginx.once('exit', resolve));
  nginx.kill('SIGTERM');
  await ended;
}
