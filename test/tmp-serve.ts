import { spawnSync } from 'node:child_process';
import { asAuthor, asReader } from './support/github';
import { longPost } from './support/long-post';
import { startTestSite, until } from './support/site';
const site = await startTestSite();
const number = await asAuthor(site.sandbox).createIssue({ ...longPost(), labels: ['Publish'] });
await asReader(site.sandbox).comment(number, 'The last comment.');
const address = `${site.url}/post/${number}`;
await until(async () => (await (await fetch(address)).text()).includes('The last comment.'));
const url = (await fetch(address)).url;
for (const enc of ['gzip', 'br', 'identity', 'gzip', 'br', 'identity']) {
  const out = spawnSync('wrk', ['-t1', '-c32', '-d4s', '-H', `Accept-Encoding: ${enc}`, url], { encoding: 'utf8' }).stdout;
  console.log(enc, /Requests\/sec:\s+([\d.]+)/.exec(out)?.[1], /Transfer\/sec.*/.exec(out)?.[0]);
}
await site.close(); process.exit(0);
