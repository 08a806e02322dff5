import { describe, expect, it } from 'vitest';
import { offerKeptPages } from '../../lib/cache/kept-pages';
import { type LastShown, offerLastShown } from '../../lib/cache/last-shown';
import { GitHubUnavailableError } from '../../lib/github/errors';
import { loadStaticProps } from '../../lib/pages/page-result';

describe('a page that GitHub keeps from being rendered', () => {
  const nothing = async () => {};
  const fail = async () => {
    throw new GitHubUnavailableError('GitHub does not answer.');
  };
  const load = (revalidateReason: 'stale' | 'on-demand') =>
    loadStaticProps({ revalidateReason }, ['post', '1', 'title'], fail);

  function know(isKept: boolean, last: LastShown | null): void {
    offerKeptPages({ has: async () => isKept, forget: nothing, forgetBelow: nothing });
    offerLastShown(async () => last);
  }

  it.each<[what: string, last: LastShown, shown: object]>([
    ['a page', { kind: 'page', props: { revision: 'old' } }, { props: { revision: 'old' } }],
    ['no page', { kind: 'gone' }, { notFound: true }],
    ['a redirect', { kind: 'moved', to: '/a' }, { redirect: { destination: '/a' } }],
  ])('shows what it did before it was forgotten: %s', async (_, last, shown) => {
    know(false, last);
    expect(await load('stale')).toMatchObject(shown);
  });

  it('is left to Next where that has it, and to a delivery that wants to know', async () => {
    const last: LastShown = { kind: 'page', props: { revision: 'old' } };
    know(true, last);
    await expect(load('stale')).rejects.toThrow(GitHubUnavailableError);
    know(false, last);
    await expect(load('on-demand')).rejects.toThrow(GitHubUnavailableError);
  });

  it('fails where it was never shown', async () => {
    know(false, null);
    await expect(load('stale')).rejects.toThrow(GitHubUnavailableError);
  });
});
