import { describe, expect, it } from 'vitest';
import { SPOKEN } from '../../lib/i18n';
import { WRITING_WORDS } from '../../lib/i18n/writing';
import { writingRefusal } from '../../lib/i18n/writing-refusals';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();

describe.each(SPOKEN)('the editor in %s', (language) => {
  const words = Object.entries(WRITING_WORDS[language]);
  const english = new Map(Object.entries(WRITING_WORDS.en));

  it('says something everywhere, with the same places to fill as English', () => {
    for (const [place, text] of words) {
      if (typeof text !== 'string') continue;
      expect(text.trim(), place).not.toBe('');
      expect(placeholders(text), place).toBe(placeholders(String(english.get(place))));
    }
  });

  it('counts as the language counts', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [place, text] of words) {
      if (typeof text === 'string') continue;
      expect(Object.keys(text).sort(), place).toEqual([...needed].sort());
    }
  });

  it('is translated, and so are its refusals', () => {
    if (language === 'en') return;
    const same = words.filter(([place, text]) => english.get(place) === text);
    // Text, Code and Original are words of several languages.
    expect(same.length, String(same)).toBeLessThan(9);
    for (const code of ['title-missing', 'changed', 'gone', 'image-svg'] as const) {
      expect(writingRefusal(code, language)).not.toBe(writingRefusal(code, 'en'));
    }
  });
});
