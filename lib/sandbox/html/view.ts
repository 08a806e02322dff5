/** What a page is made from. */
import type { SandboxRequest, SandboxResponse } from '../http';
import type { Comment, Issue, Permission, Repository } from '../model';
import {
  actorPermission,
  canRead,
  currentComment,
  findIssue,
  findRepository,
  fullName,
  isAtLeast,
  notFound,
  type Store,
} from '../store';
import type { Visitor } from './visitor';

export interface View {
  request: SandboxRequest;
  store: Store;
  visitor: Visitor;
  /** The groups of the address's pattern, percent-decoded. */
  params: readonly string[];
  /** The fields of the form; empty for a page that is only read. */
  form: URLSearchParams;
}

export interface RepositoryView extends View {
  repository: Repository;
  /** The repository's path, without a trailing slash. */
  base: string;
}

export type PageHandler = (view: View) => SandboxResponse;

/** The repository that the first two groups name. @throws SandboxError where the visitor sees none */
export function repositoryView(view: View): RepositoryView {
  const { store, visitor, params } = view;
  const repository = findRepository(store, params[0] ?? '', params[1] ?? '');
  if (!repository || !canRead(store, repository, visitor)) throw notFound();
  return { ...view, repository, base: `/${fullName(store, repository)}` };
}

/** The issue that the third group numbers. @throws SandboxError if there is none */
export function issueOfView({ store, repository, params }: RepositoryView): Issue {
  const issue = findIssue(store, repository, Number(params[2]));
  if (!issue) throw notFound();
  return issue;
}

/** The comment that the third group names by id. @throws SandboxError if it is not the repository's */
export function commentOfView({ store, repository, params }: RepositoryView): Comment {
  const comment = currentComment(store, { id: Number(params[2]) });
  if (comment.repositoryId !== repository.id) throw notFound();
  return comment;
}

/** Whether the visitor has at least that role. */
export function mayAs({ store, repository, visitor }: RepositoryView, needed: Permission): boolean {
  return isAtLeast(actorPermission(store, repository, visitor), needed);
}

/** A field of the form, without the carriage returns browsers put into single lines. */
export function field(view: View, name: string): string {
  return view.form.get(name) ?? '';
}
