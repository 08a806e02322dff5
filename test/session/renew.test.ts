import { describe, expect, it } from 'vitest';
import { TokenRefusedError, type UserTokens } from '../../lib/github/user-tokens';
import { createRenewal, isDue } from '../../lib/session/renew';

const CLIENT = { clientId: 'Iv1', clientSecret: 'x', serverUrl: 'http://x', apiUrl: 'http://x' };
const NOW = Date.UTC(2026, 0, 1);

describe('tokens', () => {
  const tokens = (expiresAt: number | null): UserTokens => ({
    accessToken: 'ghu_1',
    expiresAt,
    refreshToken: 'ghr_1',
  });

  it.each([
    ['end in an hour', NOW + 3_600_000, false],
    ['end in a minute', NOW + 60_000, true],
    ['have ended', NOW - 1, true],
    ['never end', null, false],
  ])('that %s: due is %s', (_, expiresAt, expected) => {
    expect(isDue(tokens(expiresAt), NOW)).toBe(expected);
  });

  it('that cannot be renewed are not due', () => {
    expect(isDue({ ...tokens(NOW - 1), refreshToken: null }, NOW)).toBe(false);
  });
});

describe('renewing', () => {
  /** Gives a new pair for each refresh token once, as GitHub does. */
  function gitHub() {
    const used: string[] = [];
    const renew = createRenewal(async (_, refreshToken) => {
      await new Promise((resolve) => setImmediate(resolve));
      if (used.includes(refreshToken)) throw new TokenRefusedError('bad_refresh_token');
      used.push(refreshToken);
      return {
        accessToken: `ghu_after_${refreshToken}`,
        expiresAt: NOW,
        refreshToken: `${refreshToken}+`,
      };
    });
    return { renew, used };
  }

  it('is one question for two tabs at once', async () => {
    const { renew, used } = gitHub();
    const [one, other] = await Promise.all([renew(CLIENT, 'a'), renew(CLIENT, 'a')]);
    expect(one).toEqual(other);
    expect(used).toEqual(['a']);
  });

  it('gives the same tokens to a tab that comes later with the old cookie', async () => {
    const { renew, used } = gitHub();
    const first = await renew(CLIENT, 'a');
    expect(await renew(CLIENT, 'a')).toEqual(first);
    expect(used).toEqual(['a']);
  });

  it('keeps people apart', async () => {
    const { renew } = gitHub();
    const [one, other] = await Promise.all([renew(CLIENT, 'a'), renew(CLIENT, 'b')]);
    expect(one.accessToken).not.toBe(other.accessToken);
  });

  it('asks again after a failure', async () => {
    let calls = 0;
    const renew = createRenewal(async () => {
      calls += 1;
      if (calls === 1) throw new Error('GitHub is down');
      return { accessToken: 'ghu_2', expiresAt: null, refreshToken: null };
    });
    await expect(renew(CLIENT, 'a')).rejects.toThrow('GitHub is down');
    expect((await renew(CLIENT, 'a')).accessToken).toBe('ghu_2');
  });
});
