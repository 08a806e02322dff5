import { describe, expect, it } from 'vitest';
import { readConfig } from '../../lib/config';
import { createHide, secretsOf, withoutQuery } from '../../lib/observe/hide-secrets';

describe('texts that leave the server', () => {
  const hide = createHide(['hook-secret', 'hook-secret-and-more', 'short']);

  it.each([
    ['The hook-secret-and-more is out.', 'The [secret] is out.'],
    ['Authorization: Bearer abcdefgh12345', 'Authorization: Bearer [secret]'],
    ['token ghs_abcdefghijklmnop failed', 'token [secret] failed'],
    ['github_pat_11ABCDEFG0123456789 is bad', '[secret] is bad'],
    ['redis://user:password@cache:6379', 'redis://[secret]@cache:6379'],
    ['A short text of no interest.', 'A short text of no interest.'],
  ])('%j becomes %j', (text, expected) => {
    expect(hide(text)).toBe(expected);
  });

  it('say which parameters an address has, but not what is in them', () => {
    expect(withoutQuery('/preview/12?key=abc&x=1')).toBe('/preview/12?key=…&x=…');
    expect(withoutQuery('/post/12')).toBe('/post/12');
  });
});

it('knows every secret among the settings', () => {
  const secrets = {
    GITHUB_TOKEN: 'the-token',
    GITHUB_WEBHOOK_SECRET: 'the-webhook-secret',
    CRON_SECRET: 'the-cron-secret',
    METRICS_TOKEN: 'the-metrics-token',
    ERROR_WEBHOOK_URL: 'https://example.com/the-hook',
    GITHUB_CLIENT_SECRET: 'the-client-secret',
    SESSION_SECRET: 'the-session-secret-of-32-characters',
  };
  const config = readConfig({
    ...secrets,
    GITHUB_REPOSITORY: 'octocat/blog',
    GITHUB_CLIENT_ID: 'Iv1.client',
    SITE_URL: 'https://blog.example',
  });
  expect(secretsOf(config).toSorted()).toEqual(Object.values(secrets).toSorted());
});
