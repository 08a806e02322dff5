/** What the repository's labels and milestones are called today: one call per 100 of either. */
import type { GitHub } from './client';
import { GitHubUnavailableError } from './errors';
import type { LabelNode, MilestoneNode } from './issue-fields';

export const NAMES_QUERY = `query Names(
  $owner: String!, $name: String!,
  $labelsAfter: String, $milestonesAfter: String, $labels: Boolean!, $milestones: Boolean!
) {
  repository(owner: $owner, name: $name) {
    labels(first: 100, after: $labelsAfter) @include(if: $labels) {
      pageInfo { hasNextPage endCursor }
      nodes { name color description }
    }
    milestones(first: 100, after: $milestonesAfter) @include(if: $milestones) {
      pageInfo { hasNextPage endCursor }
      nodes { number title description }
    }
  }
}`;

export interface RepositoryNames {
  labels: LabelNode[];
  milestones: MilestoneNode[];
}

interface NamePage<Node> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: readonly (Node | null)[];
}

interface NamesAnswer {
  repository: {
    labels?: NamePage<LabelNode> | null;
    milestones?: NamePage<MilestoneNode> | null;
  } | null;
}

/** @throws GitHubError */
export async function listNames(github: GitHub): Promise<RepositoryNames> {
  const names: RepositoryNames = { labels: [], milestones: [] };
  let labelsAfter: string | null = null;
  let milestonesAfter: string | null = null;
  let labels = true;
  let milestones = true;
  while (labels || milestones) {
    const variables = { labelsAfter, milestonesAfter, labels, milestones };
    const { repository }: NamesAnswer = await github.query<NamesAnswer>(NAMES_QUERY, variables);
    if (!repository) throw new GitHubUnavailableError('GitHub answered without the repository.');
    names.labels.push(...present(repository.labels));
    names.milestones.push(...present(repository.milestones));
    labelsAfter = next(repository.labels);
    milestonesAfter = next(repository.milestones);
    labels = labelsAfter !== null;
    milestones = milestonesAfter !== null;
  }
  return names;
}

function present<Node>(page: NamePage<Node> | null | undefined): Node[] {
  return (page?.nodes ?? []).filter((node) => node !== null);
}

function next(page: NamePage<unknown> | null | undefined): string | null {
  return page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
}
