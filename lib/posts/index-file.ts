/**
 * The post index on disk, beside Next's own cache: a server starts from it and asks GitHub only for
 * what changed since, and the processes of one build share it. Losing the file costs only calls.
 */
import { readFile } from 'node:fs/promises';
import { isFlag, isNumber, isText, listOf, orNull, pairOf, shapeOf } from '../shape-of';
import { writeWhole } from '../write-whole.js';
import { isPerson } from './is-person';
import type { AuthorProfile, PostSummary, Series, Tag } from './post';
import type { IndexState, IndexStorage, KnownComments } from './post-index';

interface IndexFileOptions {
  file: string;
  /** Whatever makes a stored index useless when it differs: repository, label, policy, version. */
  key: string;
  /**
   * The running build's id: a build trusts only what its own processes wrote, and they all write.
   * Null for a server, which starts from whatever it finds and writes at most every 30 seconds.
   */
  build: string | null;
  now?: () => number;
}

interface StoredIndex {
  key: string;
  build: string | null;
  askedAt: number;
  changedAt: number;
  labeled: number[];
  profiles: [string, AuthorProfile][];
  comments: [number, KnownComments][];
  posts: PostSummary[];
}

export function createIndexFile(options: IndexFileOptions): IndexStorage {
  const { file, key, build, now = Date.now } = options;
  const interval = build ? 0 : 30_000;
  let savedAt = Number.NEGATIVE_INFINITY;
  return {
    savesAtOnce: build !== null,
    async load() {
      try {
        const stored: unknown = JSON.parse(await readFile(file, 'utf8'));
        if (!isStoredIndex(stored) || stored.key !== key) return null;
        if (build && stored.build !== build) return null;
        const posts = new Map(stored.posts.map((post) => [post.number, post]));
        const { changedAt } = stored;
        // Nobody told of what happened while no server ran, so a new one asks before it trusts.
        const askedAt = build ? stored.askedAt : 0;
        const labeled = new Set(stored.labeled);
        const profiles = new Map(stored.profiles);
        const comments = new Map(stored.comments);
        return { posts, labeled, profiles, comments, askedAt, changedAt };
      } catch {
        return null;
      }
    },
    async save(state) {
      if (now() - savedAt < interval) return;
      savedAt = now();
      try {
        await write(file, { key, build }, state);
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'unknown reason';
        console.warn(`The list of posts could not be kept on disk: ${reason}`);
      }
    },
  };
}

const isPost = shapeOf<PostSummary>({
  number: isNumber,
  title: isText,
  slug: isText,
  path: isText,
  excerpt: isText,
  authors: listOf(isPerson),
  tags: listOf(
    shapeOf<Tag>({ name: isText, slug: isText, color: isText, description: orNull(isText) }),
  ),
  series: orNull(
    shapeOf<Series>({ number: isNumber, title: isText, slug: isText, description: orNull(isText) }),
  ),
  publishedAt: isText,
  editedAt: orNull(isText),
  updatedAt: isText,
  readingMinutes: isNumber,
  commentCount: isNumber,
  reactionCount: isNumber,
  pinned: isFlag,
  locked: isFlag,
  cover: orNull(isText),
  language: orNull(isText),
  canonicalUrl: orNull(isText),
  refersTo: listOf(isNumber),
});

const isProfile = shapeOf<AuthorProfile>({ bio: orNull(isText), websiteUrl: orNull(isText) });

const isStoredIndex = shapeOf<StoredIndex>({
  key: isText,
  build: orNull(isText),
  askedAt: isNumber,
  changedAt: isNumber,
  labeled: listOf(isNumber),
  profiles: listOf(pairOf(isText, isProfile)),
  comments: listOf(
    pairOf(isNumber, shapeOf<KnownComments>({ ids: listOf(isNumber), isWhole: isFlag })),
  ),
  posts: listOf(isPost),
});

async function write(
  file: string,
  origin: Pick<StoredIndex, 'key' | 'build'>,
  state: IndexState,
): Promise<void> {
  const { askedAt, changedAt } = state;
  const stored: StoredIndex = {
    ...origin,
    askedAt,
    changedAt,
    labeled: [...state.labeled],
    profiles: [...state.profiles],
    comments: [...state.comments],
    posts: [...state.posts.values()],
  };
  await writeWhole(file, JSON.stringify(stored));
}
