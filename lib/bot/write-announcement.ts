/** Everything the bot's comment says about an issue, put together from `templates/`. */
import type { Standing } from '../posts/standing';
import type { Finding } from './checklist';
import { ANNOUNCEMENT_MARKER } from './marker';
import { fillTemplate, fillText } from './templates';

export interface AnnouncementSubject {
  standing: Standing;
  /** The post's address in full, where it is or will be. */
  url: string;
  /** In full; null where previews are off. */
  previewUrl: string | null;
  /** ISO 8601. */
  publishedAt: string;
  findings: readonly Finding[];
}

export interface AnnouncementSetting {
  publishLabel: string;
  /** What to say of a published post instead; null for the template. */
  botText: string | null;
  /** Whether this server can act at a time by itself; else a platform calls it once a day. */
  hasTimers: boolean;
}

/** @returns the comment, marker included @throws Error when a template cannot be read */
export async function writeAnnouncement(
  subject: AnnouncementSubject,
  { publishLabel, botText, hasTimers }: AnnouncementSetting,
): Promise<string> {
  const { standing, url, previewUrl, publishedAt, findings } = subject;
  const hasPreview = previewUrl !== null && standing !== 'published' && standing !== 'foreign';
  const values = {
    url,
    label: publishLabel,
    date: formatMoment(publishedAt),
    punctuality: hasTimers ? WITHIN_A_MINUTE : WITHIN_A_DAY,
  };
  const parts = [
    standing === 'published' && botText !== null
      ? fillText(botText, values)
      : await fillTemplate(TEMPLATES[standing], values),
    hasPreview ? await fillTemplate('preview', { previewUrl }) : '',
    findings.length > 0 ? await fillTemplate('checklist', { label: publishLabel }) : '',
    findings.map((finding) => `- [ ] ${finding.text}`).join('\n'),
    ANNOUNCEMENT_MARKER,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const TEMPLATES: Record<Standing, string> = {
  published: 'published',
  scheduled: 'scheduled',
  draft: 'draft',
  unlabelled: 'unpublished',
  foreign: 'unpublished',
};

const WITHIN_A_MINUTE = 'within a minute of that time';
const WITHIN_A_DAY =
  'with the first visits after that time, and at the latest with the next daily run of the site';

/** `24 November 2026, 09:30 UTC`, the same wherever this runs. */
function formatMoment(time: string): string {
  const date = new Date(time);
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  return `${day}, ${date.toISOString().slice(11, 16)} UTC`;
}
