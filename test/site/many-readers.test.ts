import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAuthor, asReader } from '../support/github';
import { type ManyReaders, openForMany } from '../support/many-readers';
import { readPage } from '../support/page';
import { startTestSite, type TestSite, until } from '../support/site';

const READERS = 2_000;

describe(`${READERS} readers with one page open`, () => {
  let site: TestSite;
  let number: number;
  let path: string;
  let readers: ManyReaders;

  beforeAll(async () => {
    site = await startTestSite();
    number = await asAuthor(site.sandbox).createIssue({
      title: 'Read by many',
      body: 'Text.',
      labels: ['Publish'],
    });
    path = `/post/${number}/read-by-many`;
    await until(async () => (await fetch(`${site.url}${path}`)).ok);
    const before = site.memory();
    readers = await openForMany(site.url, path, READERS);
    const kilobytes = (site.memory() - before) / READERS / 1024;
    console.info(`${READERS} open pages take ${kilobytes.toFixed(1)} KB each.`);
  });

  afterAll(async () => {
    readers.close();
    await site.close();
  });

  it('all hear of a comment', async () => {
    // What the bot and the first render had to say has been said.
    await until(async () => (await asAuthor(site.sandbox).comments(number)).length === 1);
    readers.forget();
    const begun = Date.now();
    await asReader(site.sandbox).comment(number, 'For everybody.');
    await until(() => readers.told() === READERS);
    console.info(`A comment reached ${READERS} open pages after ${Date.now() - begun} ms.`);
    expect((await readPage(`${site.url}${path}`)).comments).toEqual(['For everybody.']);
  });

  it('leave room for everybody else', async () => {
    expect((await fetch(`${site.url}/`)).status).toBe(200);
    expect((await fetch(`${site.url}/api/health`)).status).toBe(200);
  });

  it('leave nothing behind when they go', async () => {
    readers.close();
    const again = await openForMany(site.url, path, 10);
    await asReader(site.sandbox).comment(number, 'For those who stayed.');
    await until(() => again.told() === 10);
    again.close();
  });
});
