import { describe, expect, it } from 'vitest';
import { offerKeptPages } from '../../lib/cache/kept-pages';
import { type LastShown, offerLastShown } from '../../lib/cache/last-shown';
import { GitHubUnavailableError } from '../../lib/github/errors';
import { loadStaticProps } from '../../lib/pages/page-result';

describe('a page that GitHub keeps from being rendered', () => {
  const fail = async () => {
    throw new GitHubUnavailableError('GitHub does not answer.');
  };
  const load = (revalidateReason: 'stale' | 'on-demand') =>
    loadStaticProps({ revalidateReason }, ['post', '1', 'title'], fail);

  const know = (last: LastShown | null) => offerLastShown(async () => last);

  it.each<[what: string, last: LastShown, shown: object]>([
    ['a page', { kind: 'page', props: { revision: 'old' } }, { props: { revision: 'old' } }],
    ['no page', { kind: 'gone' }, { notFound: true }],
    ['a redirect', { kind: 'moved', to: '/a' }, { redirect: { destination: '/a' } }],
  ])('shows what it showed before: %s', async (_, last, shown) => {
    know(last);
    expect(await load('stale')).toMatchObject(shown);
  });

  it('shows it also where another request had it kept by then', async () => {
    const nothing = async () => {};
    offerKeptPages({ has: async () => true, forget: nothing, forgetBelow: nothing });
    know({ kind: 'page', props: { revision: 'old' } });
    expect(await load('stale')).toMatchObject({ props: { revision: 'old' } });
  });

  it('says so to a delivery, which wants to know', async () => {
    know({ kind: 'page', props: { revision: 'old' } });
    await expect(load('on-demand')).rejects.toThrow(GitHubUnavailableError);
  });

  it('fails where it was never shown', async () => {
    know(null);
    await expect(load('stale')).rejects.toThrow(GitHubUnavailableError);
  });
});
