/** Emacs with magit-forge, in batch mode, as one author's editor: see `forge.el`. */
import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { TlsFront } from '../support/tls-front';

export interface Emacs {
  /** Evaluates one Lisp form. @returns what `prin1` makes of its value @throws Error with Emacs's words */
  eval(form: string): Promise<string>;
  /** All that was asked and answered, readable. */
  transcript(): string;
  close(): void;
}

export interface EmacsOptions {
  front: TlsFront;
  /** An empty folder: the author's home. */
  home: string;
  login: string;
  token: string;
}

/** Milliseconds for one step, pulls included. */
const PATIENCE = 90_000;

export interface AuthorsHome {
  env: NodeJS.ProcessEnv;
  /** The clone of `octocat/blog`. */
  clone: string;
}

/** Git's and forge's settings as `docs/magit-forge.md` has an author write them, and a clone. */
export async function furnishHome(options: EmacsOptions): Promise<AuthorsHome> {
  const { front, home, login, token } = options;
  const { host, authority } = front;
  mkdirSync(home, { recursive: true });
  writeFileSync(
    path.join(home, '.gitconfig'),
    [
      '[user]\n  name = The Octocat\n  email = octocat@example.com',
      `[http]\n  sslCAInfo = ${authority}`,
      `[github "${host}/api/v3"]\n  user = ${login}`,
      '',
    ].join('\n'),
  );
  const authinfo = `machine ${host}/api/v3 login ${login}^forge password ${token}\n`;
  writeFileSync(path.join(home, '.authinfo'), authinfo, { mode: 0o600 });
  const { PATH, LANG = 'C.UTF-8' } = process.env;
  const clone = path.join(home, 'blog');
  const env: NodeJS.ProcessEnv = {
    PATH,
    LANG,
    HOME: home,
    NODE_ENV: 'test',
    FORGE_TEST_HOST: host,
    FORGE_TEST_CA: authority,
    FORGE_TEST_CLONE: clone,
  };
  const url = `https://${host}/octocat/blog.git`;
  // Not the synchronous kind: the server that answers is in this process.
  await promisify(execFile)('git', ['clone', '--quiet', url, clone], { env, timeout: 60_000 });
  return { env, clone };
}

/** Opens Emacs in a home of its own. */
export async function startEmacs(options: EmacsOptions): Promise<Emacs> {
  const { env, clone } = await furnishHome(options);
  const script = path.resolve('test/forge/forge.el');
  const args = ['--batch', '--load', script, '--funcall', 'forge-test-main'];
  return converse(spawn('emacs', args, { env, cwd: clone }));
}

function converse(emacs: ChildProcessWithoutNullStreams): Emacs {
  let text = '';
  const waiting: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const note = (line: string) => {
    text += `${line}\n`;
  };
  createInterface(emacs.stderr).on('line', (line) => note(`   ${line}`));
  createInterface(emacs.stdout).on('line', (line) => {
    note(line);
    if (line.startsWith('=> ')) waiting.shift()?.resolve(line.slice(3));
    else if (line.startsWith('!! ')) waiting.shift()?.reject(new Error(line.slice(3)));
  });
  let ended: number | null | undefined;
  emacs.on('exit', (code) => {
    ended = code;
    for (const { reject } of waiting) reject(new Error(`Emacs ended with ${code}.\n${text}`));
  });
  return {
    eval(form) {
      note(`emacs> ${form}`);
      if (ended !== undefined) return Promise.reject(new Error(`Emacs ended with ${ended}.`));
      return new Promise((resolve, reject) => {
        const slow = setTimeout(() => reject(new Error(`No answer to ${form}`)), PATIENCE);
        slow.unref();
        waiting.push({ resolve, reject });
        emacs.stdin.write(`${form}\n`);
      });
    },
    transcript: () => text,
    close: () => emacs.kill(),
  };
}
