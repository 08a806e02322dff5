/** The timeline of an issue: what happened to it, between its comments. */
import type { Comment, Issue, IssueEvent, IssueEventKind, Label } from '../../model';
import { commentsOf, findLabel, nodeId, repositoryOf, type Store, userById } from '../../store';
import { issueUrl, pathOf } from '../addresses';
import { readNumber, readText, readTexts } from '../arguments';
import { type Connection, connect, type ListOrder, sortBy } from '../pagination';
import type { Arguments, Fields, GraphQLContext } from '../types';

/** An event does not know what it happened to, so the two travel together. */
export interface TimelineEvent {
  event: IssueEvent;
  issue: Issue;
}

type TimelineItem = TimelineEvent | Comment;

/** The schema's name of each kind of event. */
export const EVENT_TYPES: Readonly<Record<IssueEventKind, string>> = {
  labeled: 'LabeledEvent',
  unlabeled: 'UnlabeledEvent',
  closed: 'ClosedEvent',
  reopened: 'ReopenedEvent',
  renamed: 'RenamedTitleEvent',
  locked: 'LockedEvent',
  unlocked: 'UnlockedEvent',
  pinned: 'PinnedEvent',
  unpinned: 'UnpinnedEvent',
  assigned: 'AssignedEvent',
  unassigned: 'UnassignedEvent',
  milestoned: 'MilestonedEvent',
  demilestoned: 'DemilestonedEvent',
  transferred: 'TransferredEvent',
};

const ORDER: ListOrder<TimelineItem> = {
  key: (item) =>
    'event' in item ? [item.event.createdAt, item.event.id] : [item.createdAt, item.id],
};

/** `timelineItems(itemTypes, since, skip, first …)`. */
export function readTimeline(
  issue: Issue,
  args: Arguments,
  { store }: GraphQLContext,
): Connection<TimelineItem> {
  const types = readTexts(args, 'itemTypes');
  const since = readText(args, 'since');
  const items: TimelineItem[] = [
    ...issue.events.map((event) => ({ event, issue })),
    ...commentsOf(store, issue),
  ];
  const wanted = items
    .filter((item) => !types || types.includes(itemType(item)))
    .filter((item) => since === null || Date.parse(timeOf(item)) >= Date.parse(since));
  const chosen = sortBy(wanted, ORDER).slice(readNumber(args, 'skip') ?? 0);
  const extra = { updatedAt: issue.updatedAt, filteredCount: chosen.length };
  const page = connect(chosen, args, ORDER, extra);
  return { ...page, extra: { ...extra, pageCount: page.end - page.start } };
}

function timeOf(item: TimelineItem): string {
  return 'event' in item ? item.event.createdAt : item.createdAt;
}

/** `RenamedTitleEvent` → `RENAMED_TITLE_EVENT`. */
function itemType(item: TimelineItem): string {
  if (!('event' in item)) return 'ISSUE_COMMENT';
  return EVENT_TYPES[item.event.kind].replace(/(?!^)([A-Z])/g, '_$1').toUpperCase();
}

const eventFields: Fields<TimelineEvent> = {
  id: ({ event, issue }) => nodeId('IssueEvent', event.id, issue.repositoryId),
  actor: ({ event }, _, { store }) => userById(store, event.actorId),
  createdAt: ({ event }) => event.createdAt,
};

function about(name: string): Fields<TimelineEvent> {
  return { ...eventFields, [name]: ({ issue }: TimelineEvent) => issue };
}

const labelEventFields: Fields<TimelineEvent> = {
  ...about('labelable'),
  label: ({ event, issue }, _, { store }) => labelOf(store, issue, event),
};

const assigneeEventFields: Fields<TimelineEvent> = {
  ...about('assignable'),
  assignee: ({ event }, _, { store }) => userById(store, event.assigneeId ?? null),
  user: ({ event }, _, { store }) => userById(store, event.assigneeId ?? null),
};

const milestoneEventFields: Fields<TimelineEvent> = {
  ...about('subject'),
  milestoneTitle: ({ event }) => event.milestoneTitle ?? '',
};

/** Resolvers of every kind of event, by the schema's name. */
export const timelineFields: Readonly<Record<string, Fields<TimelineEvent>>> = {
  RenamedTitleEvent: {
    ...about('subject'),
    previousTitle: ({ event }) => event.rename?.from ?? '',
    currentTitle: ({ event }) => event.rename?.to ?? '',
  },
  // Where it came from is only in the webhook; the record of the source repository is not kept.
  TransferredEvent: { ...about('issue'), fromRepository: () => null },
  LabeledEvent: labelEventFields,
  UnlabeledEvent: labelEventFields,
  AssignedEvent: assigneeEventFields,
  UnassignedEvent: assigneeEventFields,
  MilestonedEvent: milestoneEventFields,
  DemilestonedEvent: milestoneEventFields,
  LockedEvent: {
    ...about('lockable'),
    lockReason: ({ event }) => event.lockReason?.toUpperCase().replace(/[ -]/g, '_') ?? null,
  },
  UnlockedEvent: about('lockable'),
  PinnedEvent: about('issue'),
  UnpinnedEvent: about('issue'),
  ClosedEvent: {
    ...about('closable'),
    closer: () => null,
    stateReason: ({ issue }) => issue.stateReason?.toUpperCase() ?? null,
    url: (item, _, { store }) => eventUrl(item, issueUrl(store, item.issue)),
    resourcePath: (item, _, { store }) => eventUrl(item, pathOf(issueUrl(store, item.issue))),
  },
  ReopenedEvent: {
    ...about('closable'),
    stateReason: ({ issue }) => issue.stateReason?.toUpperCase() ?? null,
  },
};

function eventUrl({ event }: TimelineEvent, issue: string): string {
  return `${issue}#event-${event.id}`;
}

/** The label as it is now, or as the event remembers it once it is deleted. */
function labelOf(store: Store, issue: Issue, event: IssueEvent): Label {
  const name = event.label?.name ?? '';
  return (
    findLabel(store, repositoryOf(store, issue), name) ?? {
      id: 0,
      repositoryId: issue.repositoryId,
      name,
      color: event.label?.color ?? 'ededed',
      description: null,
      default: false,
      createdAt: event.createdAt,
      updatedAt: event.createdAt,
    }
  );
}
