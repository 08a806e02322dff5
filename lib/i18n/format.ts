/** Filling in messages: numbers, plurals, dates and lists, all by `Intl`. */
import type { Plural } from './messages';

/** Puts values into `{name}` places; a place without a value stays as it is. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The right plural form of a message, with `{count}` written as the language writes numbers. */
export function formatPlural(plural: Plural, count: number, language: string): string {
  const category = new Intl.PluralRules(language).select(count);
  return fill(plural[category] ?? plural.other, { count: formatNumber(count, language) });
}

/** A number as the language writes it. @param language BCP 47 */
export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

/**
 * A day, in UTC so that the server and every reader agree on it.
 * @param time ISO 8601; anything else gives an empty text
 * @param style `long` is "14 March 2026", `medium` has a short month, `day` has no year
 */
export function formatDate(
  time: string,
  language: string,
  style: 'long' | 'medium' | 'day' = 'long',
): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: style === 'long' ? 'long' : 'short',
    ...(style === 'day' ? {} : { year: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(date);
}

/** A moment to the minute, in UTC and saying so. @param time ISO 8601 */
export function formatMoment(time: string, language: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(date);
}

/** The year alone, as the language writes it. @param time ISO 8601 */
export function formatYear(time: string, language: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' }).format(date);
}
