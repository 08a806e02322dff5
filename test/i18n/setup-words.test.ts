import { describe, expect, it } from 'vitest';
import { SETUP_WORDS } from '../../lib/i18n/setup';
import { en } from '../../lib/i18n/setup/en';
import { subjectOf } from '../../lib/i18n/setup/subject-of';

/** Every text by its place. */
function textsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  return Object.entries(Object(value)).flatMap(([key, inner]) => textsOf(inner, `${place}.${key}`));
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
const english = new Map(textsOf(en));

describe.each(Object.entries(SETUP_WORDS))('setting up in %s', (language, words) => {
  const texts = textsOf(words);

  it('says something everywhere, with the same places to fill as English', () => {
    expect(texts.filter(([, text]) => !text.trim())).toEqual([]);
    const different = texts.filter(
      ([place, text]) => placeholders(text) !== placeholders(english.get(place) ?? ''),
    );
    expect(different).toEqual([]);
  });

  it('is translated', () => {
    if (language === 'en') return;
    expect(texts.filter(([place, text]) => english.get(place) === text)).toEqual([]);
  });
});

it('falls back to the id of a check without a name', () => {
  expect(subjectOf(en, 'webhook')).toBe('Webhook');
  expect(subjectOf(en, 'toString')).toBe('toString');
});
