/**
 * Keeps the bot's one comment on an issue: "View your post at …". Deliveries about one issue take
 * turns here, and what was just written is remembered until GitHub's answers show it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { GitHub } from '../github/client';
import type { IssueWithComments } from '../github/get-issue';
import type { CommentNode } from '../github/issue-fields';
import { addComment, deleteComment, updateComment } from '../github/write-comments';
import { type AnnouncementAction, planAnnouncement } from './plan-announcement';

/** What there is to say about an issue now. */
export interface Announcement {
  issue: IssueWithComments;
  /** The whole comment, marker included. */
  text: string;
  /** Whether it is worth a first comment; a comment that is there is kept true either way. */
  isNews: boolean;
}

export interface Announcer {
  /** @throws GitHubError when GitHub cannot be read or does not take the comment */
  announce(number: number): Promise<void>;
  /**
   * Whether this process wrote a comment itself, a moment ago. Another bot's comment, of another
   * process, is worth looking whether it is one too many. Waits for what is being written.
   * @param commentId GitHub's database id
   */
  wrote(number: number, commentId: number): Promise<boolean>;
}

export interface AnnouncerOptions {
  github: GitHub;
  /**
   * The newest that is known of an issue, asked for when its turn comes: whoever waited must not
   * act on what it knew before. Null where there is no such issue.
   */
  read: (number: number) => Promise<Announcement | null>;
  /** Is told of what was written. */
  note?: (number: number) => void;
}

/** How long GitHub may go on answering without what the bot wrote, in milliseconds. */
const REMEMBERED = 60_000;

/** One for a process, which remembers what it wrote. */
export function createAnnouncer({ github, read, note }: AnnouncerOptions): Announcer {
  const turns = new Map<number, Promise<void>>();
  const written = new LRUCache<number, CommentNode>({ max: 1_000, ttl: REMEMBERED });

  async function keep(number: number): Promise<void> {
    const newest = await read(number);
    if (!newest) return;
    const { issue, text, isNews } = newest;
    const comments = withWritten(issue.comments, written.get(number));
    const actions = planAnnouncement({ comments, wanted: isNews ? text : null, otherwise: text });
    if (actions.length > 0) await nextSecond(issue.updatedAt);
    for (const action of actions) {
      const comment = await carryOut(github, issue.id, action);
      if (!comment) continue;
      written.set(number, comment);
      note?.(number);
    }
  }

  return {
    async wrote(number, commentId) {
      await turns.get(number)?.catch(() => undefined);
      return Number(written.get(number)?.fullDatabaseId) === commentId;
    },
    announce(number) {
      const turn = (turns.get(number) ?? Promise.resolve())
        .catch(() => undefined)
        .then(() => keep(number));
      turns.set(number, turn);
      const end = () => {
        if (turns.get(number) === turn) turns.delete(number);
      };
      turn.then(end, end);
      return turn;
    },
  };
}

/**
 * GitHub counts in seconds, and clients that ask for what changed after the second they last saw,
 * as magit-forge does, never learn of a second change within it. So the bot lets that second pass.
 */
async function nextSecond(updatedAt: string): Promise<void> {
  const rest = Date.parse(updatedAt) + 1_000 - Date.now();
  if (rest > 0) await pause(Math.min(rest, 1_000));
}

/** GitHub's answer, corrected by what it does not show yet. */
function withWritten(
  comments: readonly CommentNode[],
  own: CommentNode | undefined,
): readonly CommentNode[] {
  if (!own) return comments;
  const isShown = comments.some((comment) => comment.id === own.id);
  return isShown
    ? comments.map((comment) => (comment.id === own.id ? { ...comment, body: own.body } : comment))
    : [...comments, own];
}

async function carryOut(
  github: GitHub,
  subjectId: string,
  action: AnnouncementAction,
): Promise<CommentNode | null> {
  if (action.kind === 'add') return addComment(github, subjectId, action.body);
  if (action.kind === 'update') return updateComment(github, action.id, action.body);
  await deleteComment(github, action.id);
  return null;
}
