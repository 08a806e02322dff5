/**
 * Labels decide about publication, so they are given by whoever may: the author themselves where
 * GitHub lets them label, else the blog, and that only where its policy lets the author publish.
 */
import type { GitHub } from '../github/client';
import { GitHubError, GitHubForbiddenError, GitHubNotFoundError } from '../github/errors';
import { findIds } from '../github/find-labels';
import { createLabel } from '../github/write-file';
import { addLabels, removeLabels } from '../github/write-issues';
import { DRAFT_LABEL } from '../posts/publication';

/** The demo's colours of these labels; `/setup` makes the first in the same one. */
const COLORS = { publish: '0e8a16', draft: 'd4c5f9' } as const;

export interface SteeringLabels {
  add: string | null;
  remove: string | null;
}

/** Which of the blog's own labels an intent gives and takes. */
export function steeringLabels(
  intent: 'publish' | 'draft' | 'keep',
  publishLabel: string,
): SteeringLabels {
  if (intent === 'keep') return { add: null, remove: null };
  return intent === 'publish'
    ? { add: publishLabel, remove: DRAFT_LABEL }
    : { add: DRAFT_LABEL, remove: publishLabel };
}

export interface LabelIds {
  ids: string[];
  /** Tags that are not there. */
  missing: string[];
  /** The essential label is not there. */
  lacks: boolean;
}

/**
 * The ids of labels, made where they are missing.
 * @param essential the label without which the post is not what its author wants; null for none
 * @param github acts as whoever labels @param mayCreate whether they may make labels
 * @throws GitHubError
 */
export async function labelIds(
  github: GitHub,
  tags: readonly string[],
  essential: string | null,
  mayCreate: boolean,
): Promise<LabelIds> {
  const wanted = essential === null ? [...tags] : [...tags, essential];
  let { labels } = await findIds(github, wanted, null);
  const absent = wanted.filter((name) => !labels.has(name));
  if (absent.length > 0 && mayCreate) {
    for (const name of absent) await makeLabel(github, name, colorOf(name, essential));
    ({ labels } = await findIds(github, wanted, null));
  }
  return {
    ids: [...labels.values()],
    missing: tags.filter((name) => !labels.has(name)),
    lacks: essential !== null && !labels.has(essential),
  };
}

/** Whoever may not make it, or finds it made by somebody else meanwhile, goes on without. */
async function makeLabel(github: GitHub, name: string, color: string): Promise<void> {
  try {
    await createLabel(github, name, color);
  } catch (error) {
    if (error instanceof GitHubError && !error.transient) return;
    throw error;
  }
}

/**
 * Labels with the blog's own credentials.
 * @param id the node id
 * @returns the names that could not be given; null where the blog may not label either
 * @throws GitHubError for what passes
 */
export async function labelAsBlog(
  github: GitHub,
  id: string,
  tags: readonly string[],
  { add, remove }: SteeringLabels,
): Promise<string[] | null> {
  try {
    const known = await labelIds(github, tags, null, false);
    // The label that publishes may have been deleted; nothing else is made with the blog's rights.
    const steering = await labelIds(github, [], add, true);
    if (steering.lacks) return null;
    await addLabels(github, id, [...known.ids, ...steering.ids]);
    if (remove !== null) {
      const { labels } = await findIds(github, [remove], null);
      await removeLabels(github, id, [...labels.values()]);
    }
    return known.missing;
  } catch (error) {
    if (error instanceof GitHubForbiddenError || error instanceof GitHubNotFoundError) return null;
    throw error;
  }
}

function colorOf(name: string, essential: string | null): string {
  if (name !== essential) return 'ededed';
  return name === DRAFT_LABEL ? COLORS.draft : COLORS.publish;
}
