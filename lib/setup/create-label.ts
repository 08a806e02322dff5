/** Creating the label that publishes, for whoever asked for it. */
import type { Config } from '../config';
import { createInquirer } from '../github/inquire';
import { textAt } from '../unknown-fields';

export type LabelResult = { kind: 'created' | 'existed' } | { kind: 'refused'; reason: string };

/** It never rejects. @param fetch for tests */
export async function createPublishLabel(
  config: Config,
  { fetch }: { fetch?: typeof globalThis.fetch } = {},
): Promise<LabelResult> {
  const { repository, publishLabel } = config;
  if (!repository) return { kind: 'refused', reason: 'GITHUB_REPOSITORY is not set.' };
  const ask = createInquirer({ ...config, ...(fetch && { fetch }) });
  const answer = await ask({
    method: 'POST',
    path: `/repos/${repository.owner}/${repository.name}/labels`,
    body: { name: publishLabel, color: '0e8a16', description: 'Published on the blog' },
    as: 'blog',
  });
  if (answer.status === 201) return { kind: 'created' };
  if (answer.status === 422) return { kind: 'existed' };
  const reason = answer.failure ?? textAt(answer.body, 'message') ?? `status ${answer.status}`;
  return { kind: 'refused', reason };
}
