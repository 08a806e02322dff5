import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWeb } from '../../lib/webmention/fetch-page';
import { type Receiver, startReceiver } from './receiver';

describe('a page that somebody named', () => {
  let receiver: Receiver;
  const web = createWeb({ allowPrivate: true, patience: 1_500 });

  beforeAll(async () => {
    receiver = await startReceiver();
  });

  afterAll(() => receiver.close());

  it('is read where it went, with its header', async () => {
    expect(await web.fetchPage(`${receiver.url}/moved`)).toEqual({
      url: `${receiver.url}/by-link`,
      links: null,
      html: '<link rel="webmention" href="/tell">',
    });
    const { links } = (await web.fetchPage(`${receiver.url}/by-header`)) ?? {};
    expect(links).toContain('/tell?by=header');
    expect(await web.fetchPage(`${receiver.url}/missing`)).toBeNull();
  });

  it('is not read without end, not waited for without end and not followed without end', async () => {
    const page = await web.fetchPage(`${receiver.url}/endless`);
    expect(page?.html.length).toBe(512 * 1024);
    await expect(web.fetchPage(`${receiver.url}/silent`)).rejects.toThrow();
    await expect(web.fetchPage(`${receiver.url}/circle`)).rejects.toThrow('address to address');
  });

  it('is not asked for inside a network of our own, however it is written', async () => {
    const { port } = new URL(receiver.url);
    const before = receiver.asked.length;
    const strict = createWeb();
    for (const host of [
      ...['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '127.1'],
      ...['0.0.0.0', '10.0.0.1', '192.168.1.1', '172.16.0.1', '169.254.169.254', '100.64.0.1'],
      ...['[fe80::1]', '[fd00::1]', '[::]', '[64:ff9b::7f00:1]', '224.0.0.1', '255.255.255.255'],
    ]) {
      const url = `http://${host}:${port}/by-link`;
      await expect(strict.fetchPage(url), host).rejects.toThrow(/not allowed/);
      await expect(strict.postForm(url, new URLSearchParams()), host).rejects.toThrow(
        /not allowed/,
      );
    }
    await expect(strict.fetchPage('ftp://example.com/')).rejects.toThrow('ftp: is not asked');
    await expect(strict.fetchPage('file:///etc/passwd')).rejects.toThrow('file: is not asked');
    expect(receiver.asked.length).toBe(before);
  });
});
