import { describe, expect, it } from 'vitest';
import type { IssueNode } from '../../lib/github/issue-fields';
import { isPublished } from '../../lib/posts/publication';
import { HUBOT, label, RULES, sampleIssue } from '../support/sample-issue';

const stranger: Partial<IssueNode> = { author: HUBOT, authorAssociation: 'NONE' };

describe('an issue', () => {
  it.each(['Publish', 'publish', 'PUBLISH'])('with the label %s is a post', (name) => {
    expect(isPublished(sampleIssue({ labels: { nodes: [label(name)] } }), RULES)).toBe(true);
  });

  it.each([
    ['without labels', { labels: null }],
    ['with other labels', { labels: { nodes: [label('Publisher'), label('emacs')] } }],
  ])('%s is none', (_, changes) => {
    expect(isPublished(sampleIssue(changes), RULES)).toBe(false);
  });

  it('follows another label when the settings say so', () => {
    const rules = { ...RULES, publishLabel: 'Live' };
    expect(isPublished(sampleIssue(), rules)).toBe(false);
    expect(isPublished(sampleIssue({ labels: { nodes: [label('live')] } }), rules)).toBe(true);
  });

  it.each(['OWNER', 'MEMBER', 'COLLABORATOR'])('by an %s is a post for collaborators', (who) => {
    const rules = { ...RULES, publishAuthors: { kind: 'collaborators' as const } };
    expect(isPublished(sampleIssue({ authorAssociation: who }), rules)).toBe(true);
  });

  it('by a stranger is a post for anyone, and none for collaborators', () => {
    const rules = { ...RULES, publishAuthors: { kind: 'collaborators' as const } };
    expect(isPublished(sampleIssue(stranger), RULES)).toBe(true);
    expect(isPublished(sampleIssue(stranger), rules)).toBe(false);
  });

  it('is a post only by those who are named, in any case', () => {
    const rules = { ...RULES, publishAuthors: { kind: 'logins' as const, logins: ['HUBOT'] } };
    expect(isPublished(sampleIssue(stranger), rules)).toBe(true);
    expect(isPublished(sampleIssue(), rules)).toBe(false);
    expect(isPublished(sampleIssue({ author: null }), rules)).toBe(false);
  });
});
