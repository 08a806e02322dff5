/** What happened, in the words of GitHub's webhooks, holding the records as they then were. */
import type { Actor, Comment, Hook, Issue, Label, Milestone, Repository, User } from '../model';

interface Happened {
  repository: Repository;
  actor: Actor;
}

export type StoreEvent = Happened &
  (IssuesEvent | IssueCommentEvent | LabelEvent | MilestoneEvent | RepositoryEvent | PingEvent);

export type IssuesEvent = { event: 'issues'; issue: Issue } & (
  | { action: 'opened'; transferredFrom?: { issue: Issue; repository: Repository } }
  | { action: 'edited'; changes: { title?: string; body?: string | null } }
  | { action: 'labeled' | 'unlabeled'; label: Label | null }
  | { action: 'assigned' | 'unassigned'; assignee: User }
  | { action: 'milestoned' | 'demilestoned'; milestone: Milestone }
  | { action: 'transferred'; transferredTo: { issue: Issue; repository: Repository } }
  | { action: 'closed' | 'reopened' | 'deleted' | 'locked' | 'unlocked' | 'pinned' | 'unpinned' }
);

export type IssueCommentEvent = { event: 'issue_comment'; issue: Issue; comment: Comment } & (
  | { action: 'created' | 'deleted' }
  /** `body` is the former text; hiding and unhiding arrive with the text unchanged. */
  | { action: 'edited'; changes: { body?: string } }
);

export type LabelEvent = { event: 'label'; label: Label } & (
  | { action: 'created' | 'deleted' }
  | { action: 'edited'; changes: { name?: string; color?: string; description?: string | null } }
);

export type MilestoneEvent = { event: 'milestone'; milestone: Milestone } & (
  | { action: 'created' | 'closed' | 'opened' | 'deleted' }
  | {
      action: 'edited';
      changes: { title?: string; description?: string | null; due_on?: string | null };
    }
);

export type RepositoryEvent = { event: 'repository' } & (
  | { action: 'renamed'; previousName: string }
  | {
      action: 'edited';
      changes: {
        description?: string | null;
        homepage?: string | null;
        default_branch?: string;
        topics?: readonly string[];
      };
    }
  | { action: 'archived' | 'unarchived' | 'privatized' | 'publicized' }
);

/** Sent to one hook only. */
export type PingEvent = { event: 'ping'; hook: Hook };
