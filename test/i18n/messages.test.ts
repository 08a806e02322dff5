import { describe, expect, it } from 'vitest';
import { directionOf, interfaceLanguage } from '../../lib/i18n';
import { en } from '../../lib/i18n/en';
import { LANGUAGES, messagesFor } from '../../lib/i18n/languages';

/** Every text of a language by its place: `post.comments.one`. */
function textsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, place ? `${place}.${key}` : key),
  );
}

const PLURALS = [
  'list.posts',
  'list.searchResults',
  'post.readingTime',
  'post.comments',
  'post.reactions',
  'revisions.older',
];

function isPlural(place: string): boolean {
  return PLURALS.some((plural) => place.startsWith(`${plural}.`));
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(String).sort();
}

const english = new Map(textsOf(en));

describe.each(Object.entries(LANGUAGES))('the interface in %s', (language, messages) => {
  const texts = new Map(textsOf(messages));

  it('says something everywhere', () => {
    const empty = [...texts].filter(([, text]) => !text.trim());
    expect(empty).toEqual([]);
  });

  it('has the same places to fill as English', () => {
    const different = [...texts].filter(
      ([place, text]) =>
        !isPlural(place) &&
        placeholders(text).join() !== placeholders(english.get(place) ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it.each(PLURALS)('has every plural form of %s that the language needs', (plural) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const missing = needed.filter((category) => !texts.has(`${plural}.${category}`));
    expect(missing).toEqual([]);
  });

  it('is translated', () => {
    if (language === 'en') return;
    const same = [...texts].filter(([place, text]) => english.get(place) === text);
    // A few words are the same in several languages: Archive, Bot, Pages, Spam, Markdown.
    expect(same.length, String(same)).toBeLessThan(10);
  });
});

describe('choosing a language', () => {
  it.each([
    ['pt-BR', 'ltr', 'pt-BR'],
    ['ar', 'rtl', 'ar'],
    ['ar-EG', 'rtl', 'ar-EG'],
    ['he', 'rtl', 'en'],
    ['zh-Hans-CN', 'ltr', 'zh-Hans-CN'],
    ['sv', 'ltr', 'en'],
    ['not a language', 'ltr', 'en'],
  ])('%s runs %s and is formatted as %s', (language, direction, formatted) => {
    expect(directionOf(language)).toBe(direction);
    expect(interfaceLanguage(language)).toBe(formatted);
  });

  it('reads Portuguese for Brazil, and English for a language it does not speak', () => {
    expect(messagesFor('pt-BR').layout.search).toBe('Pesquisar');
    expect(messagesFor('tlh').layout.search).toBe('Search');
  });
});
