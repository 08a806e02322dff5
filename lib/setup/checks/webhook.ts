/** A check within the repository of what makes the blog live. */
import type { Answer } from '../../github/inquire';
import { WEBHOOK_PATH } from '../../paths';
import { entriesOf, textAt, valueAt } from '../../unknown-fields';
import {
  type Check,
  type Finding,
  fail,
  fullName,
  isNearby,
  off,
  ok,
  type Subject,
  unexpected,
  warn,
} from '../finding';
import { ESSENTIAL_EVENTS, WEBHOOK_EVENTS } from '../required';

interface Hook {
  url: string;
  isActive: boolean;
  hasSecret: boolean;
  isJson: boolean;
  events: unknown[];
  /** Where its last deliveries are listed. */
  deliveries: string;
  as: 'blog' | 'app';
  /** Its page, for people. */
  page: string;
}

/** GitHub's deliveries come to this site, signed with the secret it knows, and are accepted. */
export const checkWebhook: Check = async (subject) => {
  const { config } = subject;
  const found: Finding[] = [];
  if (!config.webhookSecret) {
    found.push(
      fail(
        'webhook',
        'GITHUB_WEBHOOK_SECRET is not set: no delivery is trusted, and pages change only by their timer.',
        'Set it to a long random text, and the same in the webhook.',
      ),
    );
  }
  const hook = await (config.credentials?.kind === 'app' ? hookOfApp : hookOfRepository)(subject);
  if ('id' in hook) return [...found, hook];
  const wrong = judge(hook, subject);
  if (wrong.length > 0) return [...found, ...wrong];
  return [...found, ...(await judgeDeliveries(hook, subject))];
};

function expectedUrl({ config }: Subject): string {
  return `${config.site.url}${WEBHOOK_PATH}`;
}

async function hookOfApp(subject: Subject): Promise<Hook | Finding> {
  const { ask, config } = subject;
  const [answer, app] = await Promise.all([
    ask({ method: 'GET', path: '/app/hook/config', as: 'app' }),
    ask({ method: 'GET', path: '/app', as: 'app' }),
  ]);
  const slug = textAt(app.body, 'slug') ?? '';
  const page = `${config.serverUrl}/settings/apps/${slug}`;
  const url = textAt(answer.body, 'url');
  if (app.status !== 200) return off('webhook', 'The webhook could not be looked at.');
  if (answer.status === 404 || (answer.status === 200 && !url)) {
    return fail(
      'webhook',
      'The App has no webhook.',
      `Activate it on the App's page: ${expectedUrl(subject)}, with GITHUB_WEBHOOK_SECRET as its secret.`,
      page,
    );
  }
  if (answer.status !== 200) return unexpected('webhook', 'The webhook', answer);
  return {
    url: url ?? '',
    isActive: true,
    hasSecret: textAt(answer.body, 'secret') !== null,
    isJson: true,
    events: entriesOf(valueAt(app.body, 'events')),
    deliveries: '/app/hook/deliveries',
    as: 'app',
    page,
  };
}

async function hookOfRepository(subject: Subject): Promise<Hook | Finding> {
  const { ask, config } = subject;
  const name = fullName(subject);
  const path = `/repos/${name}/hooks`;
  const answer = await ask({ method: 'GET', path, as: 'blog' });
  const page = `${config.serverUrl}/${name}/settings/hooks`;
  if (answer.status === 403 || answer.status === 404) {
    return off(
      'webhook',
      'The token may not look at webhooks, which is right; what arrives can be seen on the page of the webhook.',
      `It should lead to ${expectedUrl(subject)}, with content type application/json, GITHUB_WEBHOOK_SECRET as secret, and the events ${WEBHOOK_EVENTS.join(', ')}.`,
      page,
    );
  }
  if (answer.status !== 200) return unexpected('webhook', 'The webhook', answer);
  const hooks = entriesOf(answer.body);
  const urlOf = (hook: unknown) => textAt(hook, 'config', 'url') ?? '';
  const hook =
    hooks.find((one) => urlOf(one) === expectedUrl(subject)) ??
    hooks.find((one) => urlOf(one).includes(WEBHOOK_PATH));
  if (!hook) {
    return fail(
      'webhook',
      `No webhook of ${name} leads to this site.`,
      `Add one: ${expectedUrl(subject)}, content type application/json, GITHUB_WEBHOOK_SECRET as secret, and the events ${WEBHOOK_EVENTS.join(', ')}.`,
      `${page}/new`,
    );
  }
  const id = Number(valueAt(hook, 'id'));
  return {
    url: urlOf(hook),
    isActive: valueAt(hook, 'active') !== false,
    hasSecret: textAt(hook, 'config', 'secret') !== null,
    isJson: textAt(hook, 'config', 'content_type') === 'json',
    events: entriesOf(valueAt(hook, 'events')),
    deliveries: `${path}/${id}/deliveries`,
    as: 'blog',
    page: `${page}/${id}`,
  };
}

function judge(hook: Hook, subject: Subject): Finding[] {
  const expected = expectedUrl(subject);
  const { page } = hook;
  const isLost = URL.canParse(hook.url) && isNearby(hook.url) && !isNearby(subject.config.apiUrl);
  if (isLost) {
    const sentence = `The webhook leads to ${hook.url}, which GitHub cannot reach.`;
    return [fail('webhook', sentence, `Lead it to the public address: ${expected}.`, page)];
  }
  if (hook.url !== expected) {
    const sentence = `The webhook leads to ${hook.url}, not to ${expected}.`;
    return [fail('webhook', sentence, 'Correct its address, or SITE_URL.', page)];
  }
  const found: Finding[] = [];
  if (!hook.isActive)
    found.push(fail('webhook', 'The webhook is not active.', 'Tick Active.', page));
  if (!hook.hasSecret) {
    const sentence = 'The webhook has no secret, so its deliveries are refused.';
    found.push(fail('webhook', sentence, 'Set it to GITHUB_WEBHOOK_SECRET.', page));
  }
  if (!hook.isJson) {
    const sentence = 'The webhook sends forms.';
    found.push(warn('webhook', sentence, 'Set its content type to application/json.', page));
  }
  const has = (event: string) => hook.events.includes('*') || hook.events.includes(event);
  const missing = WEBHOOK_EVENTS.filter((event) => !has(event));
  if (missing.length > 0) {
    const say = missing.some((event) => ESSENTIAL_EVENTS.includes(event)) ? fail : warn;
    const sentence = `The webhook does not tell of ${missing.join(', ')}.`;
    found.push(say('webhook', sentence, 'Tick these events.', page));
  }
  return found;
}

/** What became of the last one. */
async function judgeDeliveries(hook: Hook, { ask }: Subject): Promise<Finding[]> {
  const path = `${hook.deliveries}?per_page=10`;
  const answer = await ask({ method: 'GET', path, as: hook.as });
  if (answer.status !== 200) return [unexpected('webhook', 'The last deliveries', answer)];
  const last = newestOf(answer);
  if (!last) {
    return [
      warn(
        'webhook',
        'The webhook is right, but nothing was delivered yet.',
        'Change any issue, and look again.',
        hook.page,
      ),
    ];
  }
  const { event, at, status } = last;
  if (status >= 200 && status < 300) {
    return [ok('webhook', `The last delivery (${event}, ${at}) was accepted.`)];
  }
  const [reason, fix] = explain(status);
  return [
    fail('webhook', `The last delivery (${event}, ${at}) failed: ${reason}.`, fix, hook.page),
  ];
}

function newestOf(answer: Answer) {
  const deliveries = entriesOf(answer.body).map((entry) => ({
    event: textAt(entry, 'event') ?? '',
    at: textAt(entry, 'delivered_at') ?? '',
    status: Number(valueAt(entry, 'status_code')) || 0,
    isPending: textAt(entry, 'status') === 'pending',
  }));
  return deliveries
    .filter(({ isPending }) => !isPending)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
}

function explain(status: number): [reason: string, fix: string] {
  if (status === 401) {
    return [
      'the secret in the webhook is not the one of the site (401)',
      'Set GITHUB_WEBHOOK_SECRET and the secret of the webhook to the same text, restart, and redeliver.',
    ];
  }
  if (status === 503) {
    return [
      'the site had no secret or no repository yet (503)',
      'Start it with all settings, and redeliver.',
    ];
  }
  if (status === 404)
    return ['there is no such address on the site (404)', 'Is this blog running there?'];
  if (status === 0) {
    return [
      'the site did not answer within 10 seconds',
      'Is it running, and reachable from outside?',
    ];
  }
  return [
    `the site answered ${status}`,
    "Look at the delivery's response and the site's log, and redeliver.",
  ];
}
