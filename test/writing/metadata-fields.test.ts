import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../lib/posts/metadata';
import {
  joinBody,
  type MetadataFields,
  NO_FIELDS,
  splitBody,
  withoutHints,
} from '../../lib/writing/metadata-fields';

/** What a form does: takes a body apart, changes fields, and puts it together. */
function change(body: string, fields: Partial<MetadataFields>, text?: string): string {
  const split = splitBody(body);
  if (!split.fields) throw new Error('The form has no fields for this.');
  return joinBody({
    ...split,
    fields: { ...split.fields, ...fields },
    ...(text !== undefined && { text }),
  });
}

describe('metadata as a form', () => {
  it.each([
    ['nothing at all', ''],
    ['a text', 'Hello\n\nWorld\n'],
    ['front matter', '---\ndate: 2026-01-02\nauthors: [octocat]\n---\n\nHello'],
    ['a comment', '<!--\ndescription: "A: b" # why\ncustom: 1\n-->\n\nHello'],
    ['front matter right above the text', '---\nslug: a\n---\nHello'],
    ['a comment that is only a comment', '<!-- note to self -->\nHello'],
    ['a broken block', '---\ndate: [\n---\nHello'],
    ['a broken comment', '<!--\ndate: "x\n-->\nHello'],
    ['backmatter', 'Hello\n\n```backmatter\n{"canonical": "https://a.example/"}\n```\n'],
    ['front matter that is a list', '---\n- a\n---\nHello'],
  ])('leaves %s as it is when nothing is changed', (_, body) => {
    const split = splitBody(body);
    expect(joinBody(split)).toBe(body);
  });

  it('shows what the page reads, under every spelling of a key', () => {
    const body = '---\npublished: 2026-01-02\nimage: https://a.example/c.png\nlang: de\n---\nText';
    expect(splitBody(body).fields).toEqual({
      ...NO_FIELDS,
      date: '2026-01-02',
      cover: 'https://a.example/c.png',
      language: 'de',
    });
  });

  it('changes one field and keeps the rest of the block as it was written', () => {
    const body = '---\n# About this post\ndate: 2026-01-02\nauthors: [octocat, hubot]\n---\n\nText';
    const changed = change(body, { description: 'Short: and sweet' });
    expect(changed).toContain('# About this post\ndate: 2026-01-02\nauthors: [ octocat, hubot ]');
    expect(parseBody(changed).metadata).toMatchObject({
      description: 'Short: and sweet',
      authors: ['octocat', 'hubot'],
    });
    expect(parseBody(changed).text.trim()).toBe('Text');
  });

  it('makes a block that GitHub does not show, and takes it away again', () => {
    const made = change('Text', { slug: 'short', date: '2026-12-01T09:00:00Z' });
    expect(made).toBe('<!--\ndate: 2026-12-01T09:00:00Z\nslug: short\n-->\n\nText');
    expect(change(made, NO_FIELDS)).toBe('Text');
  });

  it.each([
    'a --> b',
    '--- "x" \'y\' # z: [1]',
    'line\u2028separator',
    '<!-- nested',
    'yes',
    '2026',
    '@handle: {}',
    '日本語：テスト',
  ])('keeps %j whatever it means in YAML or HTML', (description) => {
    const made = change('Text', { description });
    const { metadata, text, problems } = parseBody(made);
    expect(metadata.description).toBe(description.replace(/\s+/g, ' '));
    expect(text.trim()).toBe('Text');
    expect(problems).toEqual([]);
    expect(splitBody(made).fields?.description).toBe(description);
  });

  it('leaves bad YAML in the text, where its author can mend it', () => {
    const body = '---\ntitle: "unfinished\n---\nText';
    expect(splitBody(body)).toEqual({ fields: null, text: body, block: '' });
  });

  it("starts from the blog's own template without its hints", () => {
    const template = readFileSync('templates/new-post.md', 'utf8').replace(
      /^---[\s\S]*?\n---\n+/,
      '',
    );
    const split = withoutHints(splitBody(template));
    expect(split.fields).toEqual(NO_FIELDS);
    expect(joinBody({ ...split, text: 'Hello' })).toBe('Hello');
  });
});
