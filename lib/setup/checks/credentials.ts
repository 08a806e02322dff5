/** A check that those within the repository wait for: see `BLOCKING` in examine.ts. */
import type { Answer } from '../../github/inquire';
import { textAt } from '../../unknown-fields';
import { type Check, type Finding, fail, ok, type Subject, unexpected, warn } from '../finding';
import { isKey } from './private-key';

/** The token, or the App's id and key, are known to GitHub; when a token ends. */
export const checkCredentials: Check = async (subject) => {
  const { credentials } = subject.config;
  if (credentials?.kind === 'token') return checkToken(subject, credentials.token);
  if (credentials?.kind === 'app' && isKey(credentials.privateKey)) return checkApp(subject);
  return [];
};

async function checkToken(subject: Subject, token: string): Promise<Finding[]> {
  const { config, ask } = subject;
  const settings = `${config.serverUrl}/settings/tokens`;
  // An App's own token, as Actions have one, may not ask who it is.
  if (token.startsWith('ghs_')) {
    return [
      fail(
        'credentials',
        'GITHUB_TOKEN is a token of an App or of Actions, which ends within hours.',
        'Use a fine-grained personal access token, or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY.',
        settings,
      ),
    ];
  }
  const answer = await ask({ method: 'GET', path: '/user', as: 'blog' });
  if (answer.status === 401) {
    return [
      fail(
        'credentials',
        'GitHub does not know GITHUB_TOKEN: it has expired, was revoked, or is not whole.',
        'Make a new token with "Issues: read and write" for the repository, and set it.',
        settings,
      ),
    ];
  }
  if (answer.status !== 200) return [unexpected('credentials', 'The token', answer)];
  const who = textAt(answer.body, 'login') ?? 'somebody';
  const kind = kindOf(answer);
  return [
    ok('credentials', `The token is ${kind} of ${who}; the bot speaks as ${who}.`),
    ...tooMuch(answer, settings),
    ...ending(answer, subject.now, settings),
  ];
}

/** Only classic tokens tell their scopes. */
function kindOf(answer: Answer): string {
  return answer.header('x-oauth-scopes') === null ? 'a fine-grained token' : 'a classic token';
}

function tooMuch(answer: Answer, settings: string): Finding[] {
  const scopes = answer.header('x-oauth-scopes')?.split(/,\s*/) ?? [];
  const more = scopes.filter((scope) => /^(admin:|delete_repo|workflow|write:org)/.test(scope));
  if (more.length === 0) return [];
  return [
    warn(
      'credentials',
      `The token may do far more than the blog needs: ${more.join(', ')}.`,
      'Use a fine-grained token with "Issues: read and write" for this repository alone.',
      settings,
    ),
  ];
}

const DAY = 86_400_000;

/** GitHub Docs, "Token expiration and revocation"; the header looks like `2026-12-01 10:00:00 UTC`. */
function ending(answer: Answer, now: number, settings: string): Finding[] {
  const header = answer.header('github-authentication-token-expiration');
  if (header === null) return [];
  const end = Date.parse(header.replace(/ UTC$/, 'Z').replace(' ', 'T'));
  if (Number.isNaN(end)) return [];
  const days = Math.floor((end - now) / DAY);
  const day = new Date(end).toISOString().slice(0, 10);
  const sentence = `The token ends on ${day}, in ${days} ${days === 1 ? 'day' : 'days'}.`;
  if (days >= 14) return [ok('token-expiry', sentence)];
  return [
    warn(
      'token-expiry',
      sentence,
      'Make a new one in time; the blog stands still after.',
      settings,
    ),
  ];
}

async function checkApp({ ask }: Subject): Promise<Finding[]> {
  const answer = await ask({ method: 'GET', path: '/app', as: 'app' });
  if (answer.status === 200) {
    const name = textAt(answer.body, 'name') ?? '';
    const slug = textAt(answer.body, 'slug') ?? '';
    return [ok('credentials', `The App is “${name}”; the bot speaks as ${slug}[bot].`)];
  }
  if (answer.status === 401 || answer.status === 404) {
    return [
      fail(
        'credentials',
        'GitHub does not accept the App: GITHUB_APP_PRIVATE_KEY is no key of GITHUB_APP_ID, or this clock is wrong.',
        "Compare GITHUB_APP_ID with the App's page, and generate a key there.",
      ),
    ];
  }
  return [unexpected('credentials', 'The App', answer)];
}
