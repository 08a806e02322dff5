/** Who may see how a configured blog is: whoever may write to its repository. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config';
import { GitHubError } from '../github/errors';
import { getViewer } from '../github/get-viewer';
import { mayChangeRepository } from '../github/permission';
import { findParticipant } from '../session/participant';
import { Refusal } from '../session/refusal';
import { signInSettings } from '../session/settings';

export type Visitor =
  /** Signing in is off. */
  | { kind: 'closed' }
  | { kind: 'nobody' }
  | { kind: 'stranger'; name: string }
  | { kind: 'steward' };

/** While GitHub cannot be asked, nobody is let in. It rejects only for a bug. */
export async function findVisitor(
  request: IncomingMessage,
  response: ServerResponse,
  config: Config,
): Promise<Visitor> {
  const settings = signInSettings(config);
  if (!settings) return { kind: 'closed' };
  try {
    const participant = await findParticipant(request, response, settings);
    if (!participant) return { kind: 'nobody' };
    const { viewer, permission } = await getViewer(participant.github);
    return mayChangeRepository(permission)
      ? { kind: 'steward' }
      : { kind: 'stranger', name: viewer.login };
  } catch (error) {
    if (error instanceof Refusal || error instanceof GitHubError) return { kind: 'nobody' };
    throw error;
  }
}
