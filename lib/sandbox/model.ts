/**
 * The records of the embedded GitHub. Every record is immutable: a change puts a new one in its
 * place, so that an older state of the store can be kept for the price of a few maps (replica lag),
 * and a webhook's payload can never change under its feet.
 * Times are ISO 8601 in UTC to the second, as GitHub's; ids are GitHub's database ids.
 */
import type { ReactionContent } from '../posts/post';

export type { ReactionContent };

export type AccountType = 'User' | 'Bot' | 'Organization' | 'Mannequin';

export interface User {
  readonly id: number;
  readonly type: AccountType;
  /** As REST spells it: `dependabot[bot]`. GraphQL drops the suffix: see `graphqlLogin`. */
  readonly login: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly bio: string | null;
  readonly siteAdmin: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** From least to most. */
export type Permission = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';

export interface Collaborator {
  readonly userId: number;
  readonly permission: Permission;
}

export interface PinnedIssue {
  readonly issueId: number;
  readonly userId: number;
}

export interface Repository {
  readonly id: number;
  readonly ownerId: number;
  readonly name: string;
  readonly description: string | null;
  readonly homepage: string | null;
  readonly topics: readonly string[];
  readonly private: boolean;
  readonly archived: boolean;
  readonly hasIssues: boolean;
  readonly defaultBranch: string;
  /** The owner is admin without being listed. */
  readonly collaborators: readonly Collaborator[];
  /** Members of an owning organization see themselves as MEMBER. */
  readonly pinned: readonly PinnedIssue[];
  /** The number the next issue or pull request gets. */
  readonly nextNumber: number;
  /** Former `owner/name` spellings that still lead here. */
  readonly formerNames: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly pushedAt: string;
}

export interface Label {
  readonly id: number;
  readonly repositoryId: number;
  readonly name: string;
  /** Six hexadecimal digits in lower case, without `#`. */
  readonly color: string;
  readonly description: string | null;
  /** Whether GitHub puts it into every new repository. */
  readonly default: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Milestone {
  readonly id: number;
  readonly repositoryId: number;
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  readonly state: 'open' | 'closed';
  readonly creatorId: number | null;
  readonly dueOn: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
}

export interface Reaction {
  readonly id: number;
  readonly userId: number;
  readonly content: ReactionContent;
  readonly createdAt: string;
}

/** One revision of an issue's body or a comment's; the first holds the text as it was created. */
export interface UserContentEdit {
  readonly id: number;
  readonly editorId: number | null;
  readonly editedAt: string;
  /** The full text after this edit. */
  readonly text: string;
}

export type IssueState = 'open' | 'closed';
export type StateReason = 'completed' | 'not_planned' | 'duplicate' | 'reopened';
export type LockReason = 'off-topic' | 'too heated' | 'resolved' | 'spam';
export type MinimizedReason =
  | 'abuse'
  | 'off-topic'
  | 'outdated'
  | 'resolved'
  | 'duplicate'
  | 'spam'
  | 'low-quality';

export type IssueEventKind =
  | 'labeled'
  | 'unlabeled'
  | 'closed'
  | 'reopened'
  | 'renamed'
  | 'locked'
  | 'unlocked'
  | 'pinned'
  | 'unpinned'
  | 'assigned'
  | 'unassigned'
  | 'milestoned'
  | 'demilestoned'
  | 'transferred';

/** An entry of the issue's timeline. */
export interface IssueEvent {
  readonly id: number;
  readonly kind: IssueEventKind;
  readonly actorId: number | null;
  readonly createdAt: string;
  readonly label?: { readonly name: string; readonly color: string };
  readonly assigneeId?: number;
  readonly milestoneTitle?: string;
  readonly rename?: { readonly from: string; readonly to: string };
  readonly lockReason?: LockReason | null;
}

/** What makes an issue a pull request; its number is then no issue to GraphQL. */
export interface PullRequestPart {
  readonly headRef: string;
  readonly baseRef: string;
  readonly draft: boolean;
  readonly mergedAt: string | null;
}

export interface Issue {
  readonly id: number;
  readonly repositoryId: number;
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  /** Null once the account is deleted: REST then says `ghost`, GraphQL null. */
  readonly authorId: number | null;
  readonly state: IssueState;
  readonly stateReason: StateReason | null;
  readonly labelIds: readonly number[];
  readonly assigneeIds: readonly number[];
  readonly milestoneId: number | null;
  /** Oldest first. */
  readonly commentIds: readonly number[];
  readonly locked: boolean;
  readonly lockReason: LockReason | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly closedById: number | null;
  /** When the body was last edited. */
  readonly lastEditedAt: string | null;
  readonly editorId: number | null;
  /** Oldest first; empty while the body was never edited. */
  readonly edits: readonly UserContentEdit[];
  readonly reactions: readonly Reaction[];
  readonly events: readonly IssueEvent[];
  readonly pullRequest: PullRequestPart | null;
  /** The App through which it was written, if any. */
  readonly appId: number | null;
}

export interface Comment {
  readonly id: number;
  readonly repositoryId: number;
  readonly issueId: number;
  readonly authorId: number | null;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lastEditedAt: string | null;
  readonly editorId: number | null;
  readonly edits: readonly UserContentEdit[];
  readonly reactions: readonly Reaction[];
  readonly minimizedReason: MinimizedReason | null;
  readonly appId: number | null;
}

/** A file of the default branch. */
export interface RepositoryFile {
  readonly repositoryId: number;
  readonly path: string;
  readonly base64: string;
  /** Git's blob id. */
  readonly sha: string;
}

/** One change of the default branch's tree through the contents API. */
export interface Commit {
  readonly repositoryId: number;
  readonly message: string;
  readonly authorId: number | null;
  readonly at: string;
}

export interface Hook {
  readonly id: number;
  /** Where it listens: a repository's own hook, or an App's for all its installations. */
  readonly target:
    | { readonly kind: 'repository'; readonly repositoryId: number }
    | { readonly kind: 'app'; readonly appId: number };
  readonly url: string;
  readonly contentType: 'json' | 'form';
  readonly secret: string | null;
  /** `*` for all. */
  readonly events: readonly string[];
  readonly active: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One attempt to deliver; a redelivery is another record under the same guid. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly hookId: number;
  readonly event: string;
  readonly action: string | null;
  /** Of the issue it is about. */
  readonly number: number | null;
  readonly repositoryId: number | null;
  readonly redelivery: boolean;
  /** The receiver's status; 0 where none came (dropped, refused, timed out) or none yet. */
  readonly status: number;
  /** `pending` until the attempt ended. */
  readonly outcome: 'pending' | 'answered' | 'dropped' | 'failed' | 'timed out';
  readonly ms: number;
  readonly at: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** The exact bytes sent, as text. */
  readonly requestBody: string;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: string;
}

export type TokenKind = 'personal' | 'oauth' | 'user-to-server' | 'installation';

export interface Token {
  readonly token: string;
  readonly kind: TokenKind;
  /** Whom it acts for; an installation token acts for the App's bot account. */
  readonly userId: number;
  readonly appId: number | null;
  readonly installationId: number | null;
  readonly scopes: readonly string[];
  /** Limits an installation's or a fine-grained token to these; null for all it may see. */
  readonly repositoryIds: readonly number[] | null;
  /** What a fine-grained personal token was given; null for every other kind. */
  readonly permissions: Readonly<Record<string, string>> | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly refreshToken: string | null;
  readonly refreshExpiresAt: string | null;
}

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  readonly externalUrl: string;
  readonly ownerId: number;
  /** The account `slug[bot]`. */
  readonly botId: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookSecret: string | null;
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
  readonly callbackUrls: readonly string[];
  readonly setupUrl: string | null;
  readonly public: boolean;
  readonly expiringTokens: boolean;
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
  /** An OAuth App has neither installations nor a key. */
  readonly kind: 'github-app' | 'oauth-app';
  readonly createdAt: string;
}

export interface Installation {
  readonly id: number;
  readonly appId: number;
  readonly accountId: number;
  /** Null for all of the account's repositories. */
  readonly repositoryIds: readonly number[] | null;
  readonly createdAt: string;
  readonly suspendedAt: string | null;
}

/** A one-time code on its way through a browser. */
export interface OneTimeCode {
  readonly code: string;
  readonly kind: 'oauth' | 'manifest';
  readonly appId: number;
  /** Who authorized; null for a manifest. */
  readonly userId: number | null;
  readonly redirectUri: string | null;
  readonly codeChallenge: string | null;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
}

/** Who asks: a user's token, a bot's, or a user's through an App. */
export interface Actor {
  readonly user: User;
  readonly token: Token | null;
  /** The App whose token it is, if any. */
  readonly app: App | null;
}

export type ApiFaultMode =
  | 'ok'
  | 'down'
  | '502'
  | 'rate-limited'
  | 'slow'
  | 'garbage'
  | 'empty'
  | '401'
  | '403'
  | 'secondary'
  /** Writes are done and answered with 502. */
  | 'lost-answer';

export interface FaultSettings {
  readonly api: {
    readonly mode: ApiFaultMode;
    /** How long `slow` waits before it answers, in milliseconds. */
    readonly ms: number;
    /** Reads see the store as it was this long ago. */
    readonly lagMs: number;
  };
  readonly webhooks: {
    /** Which share of deliveries never leaves, 0 to 1. */
    readonly drop: number;
    /** Which share is sent twice, 0 to 1. */
    readonly duplicate: number;
    readonly reorder: boolean;
    readonly delayMs: number;
  };
}

export interface RateLimitSettings {
  /** Calls (REST) or points (GraphQL) an hour and user. */
  readonly limit: number;
  /** What is left right now overrides the count, when a test sets it. */
  readonly remaining: number | null;
}
