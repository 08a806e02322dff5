import { describe, expect, it } from 'vitest';
import { parseBody } from '../../lib/posts/metadata';

const NOTATIONS = {
  'front matter': (yaml: string) => `---\n${yaml}\n---\n\nText.`,
  'a first HTML comment': (yaml: string) => `<!--\n${yaml}\n-->\n\nText.`,
};

describe.each(Object.entries(NOTATIONS))('metadata in %s', (_, write) => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('is read with %s', (_name, newline) => {
    const body = write(
      'date: 2025-03-01\nslug: my-slug\ndescription: Short\nauthors: [hubot]\nlang: de',
    ).replaceAll('\n', newline);
    const { metadata, text, problems } = parseBody(body);
    expect(metadata).toMatchObject({
      date: '2025-03-01T00:00:00.000Z',
      slug: 'my-slug',
      description: 'Short',
      authors: ['hubot'],
      language: 'de',
    });
    expect(text.trim()).toBe('Text.');
    expect(problems).toEqual([]);
  });

  it('is left out where it is wrong, and says so', () => {
    const { metadata, text, problems } = parseBody(write('date: tomorrow\ncover: cat.png'));
    expect(metadata.date).toBeNull();
    expect(metadata.cover).toBeNull();
    expect(text.trim()).toBe('Text.');
    expect(problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining('date should be'),
      expect.stringContaining('cover should be'),
    ]);
  });
});

describe('metadata', () => {
  it("is read from OneBlog's backmatter, wherever it stands", () => {
    const body =
      'Text.\n\n```backmatter\n{"publishedDate": "2020-01-02", "canonical": "https://a.example/b", "authors": [{"name": "Hubot", "url": "https://github.com/hubot"}]}\n```\n\nMore.';
    const { metadata, text } = parseBody(body);
    expect(metadata.date).toBe('2020-01-02T00:00:00.000Z');
    expect(metadata.canonical).toBe('https://a.example/b');
    expect(metadata.authors).toEqual(['hubot']);
    expect(text).not.toContain('backmatter');
    expect(text).toContain('More.');
  });

  it('names the line that is not valid YAML', () => {
    const { problems, text } = parseBody('---\ntitle: a\ndate: [1\n---\nText.');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain('not valid YAML');
    expect(problems[0]?.line).toBeGreaterThanOrEqual(3);
    expect(text).toBe('Text.');
  });

  it('does not take an ordinary first comment for itself', () => {
    const body = '<!-- Write below: be kind -->\nText.';
    expect(parseBody(body)).toMatchObject({ text: body, problems: [] });
  });

  it('does not take a rule for front matter', () => {
    const body = '---\nText without an end';
    expect(parseBody(body)).toMatchObject({ text: body, problems: [] });
  });

  it('survives a null body, an empty block and an alias bomb', () => {
    expect(parseBody(null).text).toBe('');
    expect(parseBody('---\n---\nText.')).toMatchObject({ text: 'Text.', problems: [] });
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe'].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(',')}]`);
    }
    const { problems } = parseBody(`---\n${bomb.join('\n')}\n---\nText.`);
    expect(problems[0]?.message).toContain('aliases');
  });

  it.each([
    ['2025-02-30', null],
    ['2025-02-03T10:00:00Z', '2025-02-03T10:00:00.000Z'],
    ['2025-02-03 10:00', '2025-02-03T10:00:00.000Z'],
    ['2025-02-03 10:00:00 +0100', '2025-02-03T09:00:00.000Z'],
    ['9999-12-31', '9999-12-31T00:00:00.000Z'],
    ['12', null],
    ['2025-02-30T10:00Z', null],
  ])('reads the date %s as %s', (written, date) => {
    expect(parseBody(`---\ndate: ${written}\n---\n`).metadata.date).toBe(date);
  });

  it('takes only http and https addresses', () => {
    const { metadata } = parseBody('---\ncanonical: javascript:alert(1)\ncover: data:x\n---\n');
    expect(metadata.canonical).toBeNull();
    expect(metadata.cover).toBeNull();
  });
});
