import { describe, expect, it } from 'vitest';
import { checkPost } from '../../lib/bot/checklist';
import { renderMarkdownNow } from '../../lib/markdown/render';
import { parseBody } from '../../lib/posts/metadata';
import { standingOf } from '../../lib/posts/standing';
import { toSummary } from '../../lib/posts/to-summary';
import { sampleIssue } from '../support/sample-issue';

const siteUrl = 'https://blog.example';
const now = Date.parse('2026-11-23T09:00:00Z');
const rules = {
  publishLabel: 'Publish',
  publishAuthors: { kind: 'anyone' as const },
  serverUrl: 'https://github.com',
};
const other = toSummary(sampleIssue({ number: 3 }), rules);

async function findings(source: string, publishedAt = '2026-11-23T08:00:00Z') {
  const body = parseBody(source);
  const repository = { owner: 'octocat', name: 'blog' };
  const rendered = await renderMarkdownNow(body.text, {
    repository,
    serverUrl: rules.serverUrl,
    idPrefix: 'post-1-',
  });
  const published = other ? [other] : [];
  return checkPost({ body, rendered, publishedAt }, { siteUrl, published, now }).map(
    ({ text }) => text,
  );
}

const WELL = '---\ndescription: A post\n---\n';

describe("the bot's checklist", () => {
  it('is empty when all is well', async () => {
    const text = `${WELL}![A cat](https://example.com/cat.png) and [a post](${siteUrl}/post/3/x)`;
    expect(await findings(text)).toEqual([]);
  });

  it.each([
    [
      'a date that is none',
      '---\ndescription: A post\ndate: tomorrow\n---\nText',
      'date should be',
    ],
    ['broken YAML', '---\ndescription: "A post\n---\nText', 'not valid YAML'],
    ['two metadata blocks', `${WELL}\n---\ndate: 2026-11-23\n---\nText`, 'second metadata block'],
    ['a link to no post', `${WELL}[x](${siteUrl}/post/99/none)`, '/post/99/none leads to no page'],
    ['a link to no tag', `${WELL}[x](${siteUrl}/tag/nothing)`, '/tag/nothing leads to no page'],
    ['a link to no heading', `${WELL}[x](#nowhere)`, 'nowhere'],
    ['an image without words', `${WELL}![](https://example.com/cat.png)`, 'no alternative text'],
    ['no description', 'Text', 'no `description:`'],
    ['no text', WELL, 'no text yet'],
  ])('names %s', async (_, source, expected) => {
    const found = await findings(source);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('wonders about a date in the year 9999', async () => {
    expect(await findings(`${WELL}Text`, '9999-12-31T00:00:00Z')).toEqual([
      'The date 9999-12-31 is more than a year ahead.',
    ]);
  });

  it('calls nobody and refers to nothing by quoting an author', async () => {
    const text = '---\ndescription: A post\ndate: "@octocat #1 <b>[x](y)"\n---\nText';
    const [found = ''] = await findings(text);
    expect(found).not.toMatch(/@octocat|#1|<b>|\[x\]\(/);
  });

  it('stays short', async () => {
    const images = Array.from(
      { length: 40 },
      (_, place) => `![](https://example.com/${place}.png)`,
    );
    const found = await findings(WELL + images.join('\n'));
    expect(found).toHaveLength(13);
    expect(found.at(-1)).toContain('28 more');
  });
});

describe('where an issue stands', () => {
  const at = (labels: string[], publishedAt = '2026-11-23T08:00:00Z', association = 'NONE') =>
    standingOf(
      {
        author: null,
        authorAssociation: association,
        labels: { nodes: labels.map((name) => ({ name, color: '', description: null })) },
      },
      { publishedAt },
      { ...rules, publishAuthors: { kind: 'collaborators' } },
      now,
    );

  it.each([
    [['draft'], 'draft'],
    [['DRAFT', 'publish'], 'published'],
    [['Publish'], 'published'],
    [['emacs'], 'unlabelled'],
  ])('%j by a collaborator is %s', (labels, expected) => {
    expect(at(labels, undefined, 'COLLABORATOR')).toBe(expected);
  });

  it('is scheduled while its date lies ahead', () => {
    expect(at(['Publish'], '2026-11-23T09:00:01Z', 'OWNER')).toBe('scheduled');
  });

  it("is foreign whatever a stranger's issue is labelled", () => {
    expect(at(['Draft', 'Publish'])).toBe('foreign');
  });
});
