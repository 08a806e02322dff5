/** `npm run import -- SOURCE`: first what would be done; with `--yes`, it is done. */
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { createGitHub } from '../github/client';
import { listIssueBodies } from '../github/list-bodies';
import { carryOutImport } from './carry-out-import';
import { count } from './count';
import { localImages } from './import-files';
import type { MovedPost } from './moved-post';
import { MovingError } from './moving-error';
import { createPace, DEFAULT_PACE } from './pace';
import { planImport, type Step } from './plan-import';
import { readSource } from './sources/read-source';

export interface ImportCommand {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  print(line: string): void;
  /** Told how many of how many steps are done. */
  progress?(done: number, all: number): void;
}

const IMPORT_USAGE = `npm run import -- SOURCE [--yes] [--authors "Name=login, …"] [--pace MILLISECONDS]

SOURCE  a folder of Markdown files (Hugo, Jekyll, Docusaurus, a Next.js starter, our own export),
        the unpacked export of Medium, the export file of WordPress (.xml) or Ghost (.json),
        or an RSS, Atom or JSON feed (a file or its address)
--yes   write; without it, only what would be written is shown
`;

/** @returns the exit status: 1 where a post could not be moved, 2 where nothing could be tried */
export async function importBlog({ args, env, print, progress }: ImportCommand): Promise<number> {
  const { source, yes, logins, pace: milliseconds } = readArguments(args);
  const config = readConfig(env);
  if (!config.repository || !config.credentials) {
    throw new MovingError('Set GITHUB_REPOSITORY and GITHUB_TOKEN first: see .env.example.');
  }
  const posts = await readSource(source);
  const { repository, credentials, apiUrl } = config;
  const github = createGitHub({ repository, credentials, apiUrl });
  const steps = planImport(posts, await listIssueBodies(github));
  describe(steps, logins, print);
  const refused = steps.filter(({ kind }) => kind === 'refuse').length;
  const status = refused > 0 ? 1 : 0;
  if (!yes) {
    print(`Nothing was written. To write, say it again with --yes.`);
    return status;
  }
  const pace = createPace(milliseconds, (until) => {
    print(`GitHub wants to be left alone until ${until.toISOString()}; waiting.`);
  });
  let done = 0;
  const result = await carryOutImport(steps, {
    github,
    config,
    pace,
    logins,
    onStep: () => progress?.(++done, steps.length),
  });
  for (const warning of result.warnings) print(`! ${warning}`);
  print(
    `Created ${count(result.created, 'post')}, ${count(result.comments, 'comment')} and ${count(result.images, 'image')} in ${repository.owner}/${repository.name}.`,
  );
  return status;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const [source, ...others] = positionals;
  if (!source || others.length > 0) {
    throw new MovingError(`Give one source; got ${positionals.length}.\n\n${IMPORT_USAGE}`);
  }
  const pace = Number(values.pace ?? DEFAULT_PACE);
  if (!Number.isFinite(pace) || pace < 0) {
    throw new MovingError(`--pace should be milliseconds; got '${values.pace}'.`);
  }
  return { source, yes: values.yes === true, pace, logins: readLogins(values.authors ?? '') };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        yes: { type: 'boolean' },
        authors: { type: 'string' },
        pace: { type: 'string' },
      },
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new MovingError(`${why}\n\n${IMPORT_USAGE}`);
  }
}

/** `Ann Lee=ann, joe=joe-dev` */
function readLogins(text: string): Map<string, string> {
  const pairs = text.split(',').filter((pair) => pair.trim());
  return new Map(
    pairs.map((pair) => {
      const [name, login] = pair.split('=').map((part) => part.trim());
      if (!name || !login || !/^[a-z\d][a-z\d-]*$/i.test(login)) {
        throw new MovingError(`--authors should look like "Name=login, …"; got '${pair.trim()}'.`);
      }
      return [name.toLowerCase(), login];
    }),
  );
}

function describe(
  steps: readonly Step[],
  logins: ReadonlyMap<string, string>,
  print: (line: string) => void,
): void {
  for (const step of steps) print(sentence(step));
  const stepsOf = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length;
  const present = stepsOf('present') + stepsOf('complete');
  print(
    `${count(steps.length, 'post')}: ${stepsOf('create')} to create, ${present} already there, ${stepsOf('refuse')} that cannot be moved.`,
  );
  const unknown = unknownAuthors(
    steps.map(({ post }) => post),
    logins,
  );
  if (unknown.length > 0) {
    print(
      `Authors who become the one whose token this is, unless you name their accounts with --authors: ${unknown.join(', ')}.`,
    );
  }
}

function sentence(step: Step): string {
  const { post } = step;
  const title = `${post.date?.slice(0, 10) ?? 'no date   '}  ${post.title}`;
  switch (step.kind) {
    case 'create':
      return `+ ${title}${details(post)}`;
    case 'complete':
    case 'present':
      return `= ${title} (#${step.number})`;
    case 'refuse':
      return `✘ ${title}: ${step.reason}`;
  }
}

function details(post: MovedPost): string {
  const images = new Set(localImages(post).values()).size;
  const parts = [
    post.draft ? 'draft' : '',
    post.tags.join(', '),
    post.series ? `series: ${post.series}` : '',
    images > 0 ? count(images, 'image') : '',
    post.comments.length > 0 ? count(post.comments.length, 'comment') : '',
  ].filter(Boolean);
  return parts.length > 0 ? `  [${parts.join('; ')}]` : '';
}

function unknownAuthors(
  posts: readonly MovedPost[],
  logins: ReadonlyMap<string, string>,
): string[] {
  const names = posts.filter(({ own }) => !own).flatMap(({ authors }) => authors);
  return [...new Set(names)].filter((name) => !logins.has(name.toLowerCase()));
}
