/** Where records are seen in a browser, in the form GraphQL's `url` and `resourcePath` need. */
import type { Comment, Issue, Label, Milestone } from '../model';
import {
  avatarUrl,
  commentHtmlUrl,
  issueHtmlUrl,
  repositoryHtmlUrl,
  userHtmlUrl,
} from '../shapes/urls';
import { issueOf, repositoryOf, type Store } from '../store';

export { avatarUrl, repositoryHtmlUrl as repositoryUrl, userHtmlUrl as userUrl };

export function issueUrl(store: Store, issue: Issue): string {
  return issueHtmlUrl(store, repositoryOf(store, issue), issue);
}

export function commentUrl(store: Store, comment: Comment): string {
  return commentHtmlUrl(store, repositoryOf(store, comment), issueOf(store, comment), comment);
}

export function labelUrl(store: Store, label: Label): string {
  const repository = repositoryHtmlUrl(store, repositoryOf(store, label));
  return `${repository}/labels/${encodeURIComponent(label.name)}`;
}

export function milestoneUrl(store: Store, milestone: Milestone): string {
  return `${repositoryHtmlUrl(store, repositoryOf(store, milestone))}/milestone/${milestone.number}`;
}

/** The part GraphQL calls `resourcePath`. */
export function pathOf(url: string): string {
  const { pathname, search, hash } = new URL(url);
  return pathname + search + hash;
}
