import { describe, expect, it } from 'vitest';
import { toSummary } from '../../lib/posts/to-summary';
import { outgoingLinks } from '../../lib/webmention/outgoing-links';
import { changedTexts, planMentions, type Told } from '../../lib/webmention/plan-mentions';
import { RULES, sampleIssue } from '../support/sample-issue';

const NOW = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
const told = (outcome: Told['outcome'], age: number): [string, Told] => [
  `https://${outcome}.example/`,
  { outcome, at: NOW - age },
];
const all = new Map([told('sent', 300 * DAY), told('unsupported', DAY), told('failed', 60_000)]);

describe('the pages that a post tells', () => {
  it('are those that nobody told, once', () => {
    const links = [...all.keys(), 'https://new.example/'];
    expect(planMentions(links, all, NOW)).toEqual({
      news: ['https://new.example/'],
      withdrawn: [],
    });
  });

  it('are asked again after a while where that may help', () => {
    const { news } = planMentions([...all.keys()], all, NOW + 8 * DAY);
    expect(news).toEqual(['https://unsupported.example/', 'https://failed.example/']);
  });

  it('are told again when the link goes, or the post', () => {
    expect(planMentions([], all, NOW)).toEqual({ news: [], withdrawn: ['https://sent.example/'] });
  });
});

describe('the links of a post', () => {
  it('are those that lead elsewhere, each once, and not too many', () => {
    const html = `<a href="/post/1">1</a> <a href="https://blog.example/x">own</a>
      <a href="https://a.example/?b=1&amp;c=2#d">a</a><a href="https://a.example/?b=1&amp;c=2#d">a</a>
      <a href="mailto:a@b.example">m</a> <a href="https://[">?</a> <img src="https://i.example/i.png">
      <!-- <a href="https://hidden.example/">h</a> --> <a>none</a>`;
    expect(outgoingLinks(html, ['https://blog.example'])).toEqual(['https://a.example/?b=1&c=2#d']);
    const many = Array.from({ length: 400 }, (_, place) => `<a href="https://x.example/${place}">`);
    expect(outgoingLinks(many.join(''), [])).toHaveLength(50);
  });
});

describe('posts whose text may have changed', () => {
  const post = (number: number, changes: Parameters<typeof sampleIssue>[0] = {}) => {
    const found = toSummary(sampleIssue({ number, ...changes }), RULES);
    if (!found) throw new Error('The sample is not a post.');
    return found;
  };

  it('are new, edited or gone; a comment or a label changes no text', () => {
    const before = [post(1), post(2), post(3), post(4)];
    const after = [
      post(5),
      post(1, { lastEditedAt: '2026-01-02T00:00:00Z' }),
      post(2, { reactions: { totalCount: 7 } }),
      post(3, { locked: true }),
    ];
    expect(changedTexts(before, after)).toEqual([5, 1, 4]);
    expect(changedTexts(before, before)).toEqual([]);
  });
});
