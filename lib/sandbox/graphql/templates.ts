/** The issue templates of a repository: `.github/ISSUE_TEMPLATE/*.md` and their front matter. */
import { parse } from 'yaml';
import type { Repository, RepositoryFile } from '../model';
import { findFile, listFiles, type Store } from '../store';
import { isObject } from './arguments';

const FOLDER = '.github/ISSUE_TEMPLATE/';

export interface IssueTemplate {
  repository: Repository;
  /** Without its folder. */
  filename: string;
  name: string;
  about: string | null;
  title: string | null;
  body: string;
  labels: string[];
  assignees: string[];
}

/** By file name. Files without a `name` or `about` are no templates to GitHub either. */
export function listTemplates(store: Store, repository: Repository): IssueTemplate[] {
  return listFiles(store, repository)
    .filter(({ path }) => path.startsWith(FOLDER) && path.endsWith('.md'))
    .flatMap((file) => readTemplate(repository, file) ?? []);
}

/** GraphQL and the chooser name a template by its `name`, the address by its file. */
export function findTemplate(
  store: Store,
  repository: Repository,
  name: string,
): IssueTemplate | null {
  const templates = listTemplates(store, repository);
  return templates.find((one) => one.filename === name || one.name === name) ?? null;
}

/** False where `config.yml` says `blank_issues_enabled: false`. */
export function isBlankIssueAllowed(store: Store, repository: Repository): boolean {
  const file = ['config.yml', 'config.yaml']
    .map((name) => findFile(store, repository, FOLDER + name))
    .find((found) => found !== null);
  const settings = file ? readYaml(textOf(file)) : null;
  return !(isObject(settings) && settings.blank_issues_enabled === false);
}

function readTemplate(repository: Repository, file: RepositoryFile): IssueTemplate | null {
  const match = /^---\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)(.*)$/s.exec(textOf(file));
  const front = readYaml(match?.[1] ?? '');
  if (!isObject(front) || typeof front.name !== 'string' || typeof front.about !== 'string') {
    return null;
  }
  return {
    repository,
    filename: file.path.slice(FOLDER.length),
    name: front.name,
    about: front.about,
    title: typeof front.title === 'string' ? front.title : null,
    body: (match?.[2] ?? '').replace(/^(\r?\n)+/, ''),
    labels: readNames(front.labels),
    assignees: readNames(front.assignees),
  };
}

/** A list, or names between commas. */
function readNames(value: unknown): string[] {
  const names = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return names.flatMap((name) => (typeof name === 'string' && name.trim() ? name.trim() : []));
}

function readYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function textOf(file: RepositoryFile): string {
  return Buffer.from(file.base64, 'base64').toString('utf8');
}
