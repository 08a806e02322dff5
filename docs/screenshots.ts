/**
 * Makes the pictures of `docs/magit-forge.md`: Emacs in a terminal (tmux), its screen read as text
 * and drawn by Chromium. `npm run build && npx tsx docs/screenshots.ts`
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { AnsiUp } from 'ansi_up';
import { DEMO_TOKENS } from '../lib/sandbox/world';
import { launchBrowser } from '../test/browser';
import { furnishHome } from '../test/forge/emacs';
import { asAuthor, asReader } from '../test/support/github';
import { startTestSite, until } from '../test/support/site';
import { startTlsFront } from '../test/support/tls-front';

const SIZE = { columns: 100, rows: 30 };
const directory = mkdtempSync(path.join(tmpdir(), 'issuepress-docs-'));
const images = path.resolve('docs/images');
mkdirSync(images, { recursive: true });

const site = await startTestSite();
const front = await startTlsFront(site.sandbox.url, directory);
const author = asAuthor(site.sandbox);
await author.createIssue({
  title: 'Why issues make good posts',
  body: 'Text',
  labels: ['Publish'],
});
await author.createIssue({ title: 'A week without a mouse', body: 'Text', labels: ['Draft'] });
const home = path.join(directory, 'home');
const token = DEMO_TOKENS.author;
const { env, clone } = await furnishHome({ front, home, login: 'octocat', token });

const socket = path.join(directory, 'emacs');
const tmux = (...args: string[]) =>
  execFileSync('tmux', ['-L', path.basename(directory), ...args], { env, encoding: 'utf8' });
const run = promisify(execFile);
/** Not the synchronous kind: what Emacs asks is answered in this process. */
const lisp = (form: string) => run('emacsclient', ['-s', socket, '--eval', form], { env });

const init = path.join(directory, 'init.el');
writeFileSync(
  init,
  [
    `(setq server-name ${JSON.stringify(socket)} server-socket-dir ${JSON.stringify(directory)}`,
    '      inhibit-startup-screen t)',
    '(menu-bar-mode -1)',
    `(load ${JSON.stringify(path.resolve('test/forge/forge.el'))})`,
    `(load ${JSON.stringify(path.resolve('docs/forge-keep-body.el'))})`,
    '(server-start)',
  ].join('\n'),
);
const emacs = `emacs -nw -q -l ${init} ${clone}`;
tmux('-f', '/dev/null', 'new-session', '-d', '-x', `${SIZE.columns}`, '-y', `${SIZE.rows}`, emacs);
await until(
  async () =>
    lisp('t').then(
      () => true,
      () => false,
    ),
  60_000,
);

const browser = await launchBrowser();

/** Takes a picture of the terminal as it is now. */
async function picture(name: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 800));
  const converter = new AnsiUp();
  const screen = tmux('capture-pane', '-e', '-p');
  const page = await browser.newPage({ viewport: { width: 900, height: 640 } });
  await page.setContent(
    `<style>body{margin:0;background:#1b1e24}pre{display:inline-block;margin:0;padding:14px 18px;
    background:#1b1e24;color:#d7dae0;font:14px/1.32 "DejaVu Sans Mono",monospace}</style>
    <pre>${converter.ansi_to_html(screen)}</pre>`,
  );
  await page.locator('pre').screenshot({ path: path.join(images, `${name}.png`) });
  await page.close();
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const here = (form: string) =>
  lisp(`(with-current-buffer (window-buffer (selected-window))
    (let ((default-directory "${clone}/")) ${form} (delete-other-windows) t))`);

await here(`(magit-status)
  (let ((repo (forge-get-repository "https://${front.host}/octocat/blog" nil 'create)))
    (oset repo sparse-p nil)
    (forge-pull repo))`);
await pause(6_000);
await here('(magit-refresh) (magit-section-show-level-2-all) (goto-char (point-min))');
await picture('forge-status');

await here(`(call-interactively 'forge-create-issue)`);
await here(`(switch-to-buffer "new-issue") (goto-char (point-min)) (re-search-forward "^title: .*$")
  (replace-match "title: 'Notes from a train'") (re-search-forward "^description:")
  (insert " Written between Madrid and Lisbon") (goto-char (point-max))
  (insert "\nThe **night train** to Lisbon has no sockets, so this was\nwritten quickly, in Emacs.\n")
  (message "C-c C-c sends it")`);
await picture('forge-new-post');

await here('(with-current-buffer "new-issue" (forge-post-submit))');
await until(async () => (await author.comments(3).catch(() => [])).length === 1);
await asReader(site.sandbox).comment(3, 'Bring a bigger battery.');
await pause(3_000);
await here('(with-current-buffer (magit-get-mode-buffer (quote magit-status-mode)) (forge-pull))');
await pause(6_000);
await here(`(forge-visit-issue (forge-get-issue (forge-get-repository t) 3)) (goto-char (point-min))
  (message "The bot's answer, after N f f (forge-pull)")`);
await picture('forge-answer');

await browser.close();
tmux('kill-server');
await front.close();
await site.close();
rmSync(directory, { recursive: true, force: true });
