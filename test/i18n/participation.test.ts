import { describe, expect, it } from 'vitest';
import { SPOKEN } from '../../lib/i18n';
import { type DiscussionRefusalCode, discussionRefusal } from '../../lib/i18n/discussion-refusals';
import { en } from '../../lib/i18n/participation/en';
import { loadParticipationWords } from '../../lib/i18n/participation/load';

const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe.each(SPOKEN)('taking part in %s', (language) => {
  it('says everything, with the same places to fill', async () => {
    const words = await loadParticipationWords(language);
    for (const [name, english] of Object.entries(en)) {
      const text: unknown = Reflect.get(words, name);
      if (typeof english === 'string') {
        expect(text, name).toMatch(/\S/);
        expect(placesIn(String(text)), name).toEqual(placesIn(english));
      } else {
        const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
        expect(Object.keys(Object(text)), name).toEqual(expect.arrayContaining(pluralCategories));
      }
    }
    const same = Object.keys(en).filter(
      (name) => Reflect.get(words, name) === Reflect.get(en, name),
    );
    // Code is code in French and German.
    if (language !== 'en') expect(same.length, String(same)).toBeLessThan(3);
  });

  it('refuses in sentences', () => {
    const codes: DiscussionRefusalCode[] = ['empty', 'too-long', 'locked', 'changed-meanwhile'];
    for (const code of codes) {
      const sentence = discussionRefusal(code, language);
      expect(sentence).toMatch(/[.。]$/);
      if (language !== 'en') expect(sentence).not.toBe(discussionRefusal(code, 'en'));
    }
  });
});
