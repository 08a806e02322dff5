/** What a blog can do without, by the setting that switches it on. It asks nobody. */
import { type Check, off, ok } from '../finding';

const EXTRAS: readonly (readonly [setting: string, feature: string])[] = [
  ['REDIS_URL', 'pages that several instances share'],
  ['CRON_SECRET', "being looked after by a platform's cron"],
  ['METRICS_TOKEN', 'metrics'],
  ['ERROR_WEBHOOK_URL', 'reports of errors'],
  ['WEBSUB_HUB', 'telling a WebSub hub of news'],
  ['WEBMENTIONS', 'telling pages elsewhere that a post links to them'],
];

/** Which features are switched off because nobody set them. */
export const checkExtras: Check = async ({ given }) => {
  const unset = EXTRAS.filter(([setting]) => !given.has(setting));
  if (unset.length === 0) return [ok('extras', 'All that can be switched on was decided upon.')];
  const features = unset.map(([setting, feature]) => `${feature} (${setting})`).join(', ');
  return [
    off(
      'extras',
      `Not set, and so switched off: ${features}.`,
      'Set what you want of it; .env.example tells how.',
    ),
  ];
};
