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

  it('survives a null body and an empty block', () => {
    expect(parseBody(null).text).toBe('');
    expect(parseBody('---\n---\nText.')).toMatchObject({ text: 'Text.', problems: [] });
  });

  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe'].map((pair) => [...pair])) {
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(',')}]`);
  }
  bomb.push('description: *f');

  // Each of them kept the server busy for seconds, threw, or ended the process.
  it.each([
    ['aliases of aliases', bomb.join('\n')],
    ['names that are names of names', '? '.repeat(1_900)],
    ['lists in lists on one line', `description: ${'- '.repeat(1_900)}`],
    ['lists in lists in brackets', `description: ${'['.repeat(3_000)}`],
    ['maps in maps', `description: ${'{a: '.repeat(900)}`],
    ['names without an end', 'a: '.repeat(1_300)],
    ['a list of thousands', `authors: [${'a,'.repeat(1_900)}]`],
    ['more than anybody writes', 'description: x\n'.repeat(4_000)],
    ['an object that is no text', 'description: {toString: 1}'],
    ['a list that holds itself', 'date: &x [*x]'],
    ['authors that are no text', 'authors: [{login: {toString: 1}}, {__proto__: {login: a}}]'],
    ['a tag of its own', 'description: !!js/function "function () {}"'],
    ['a name from the prototype', '__proto__: {description: x}\nconstructor: x'],
  ])('survives %s, in front matter and in a comment', (_, source) => {
    for (const body of [`---\n${source}\n---\nText.`, `<!--\n${source}\n-->\nText.`]) {
      const { metadata, text } = parseBody(body);
      expect(text).toMatch(/Text\.$/);
      const { description, ...others } = metadata;
      expect([null, 'x', 'function () {}']).toContain(description);
      expect(Object.values(others).flat().filter(Boolean)).toEqual([]);
    }
  });

  it('says that a value is more than it can be', () => {
    const { problems } = parseBody('---\ndescription: {toString: 1}\ndate: [1, 2]\n---\n');
    expect(problems.map(({ message }) => message)).toEqual([
      'description should be one value; got more than that.',
      'date should be one value; got [1,2].',
    ]);
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
