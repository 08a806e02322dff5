/** What the site's routes for writing and the editor in the browser tell each other. */
import type { Person } from '../posts/post';
import type { Standing } from '../posts/standing';

export interface PostTemplate {
  /** The file's name. */
  id: string;
  name: string;
  about: string;
  title: string;
  body: string;
  /** Names of labels that are tags. */
  tags: string[];
}

export interface TagChoice {
  name: string;
  /** Six hexadecimal digits without `#`. */
  color: string;
  description: string | null;
}

export interface WritingOptions {
  templates: PostTemplate[];
  /** What this person may tag a post with. */
  tags: TagChoice[];
  /** Whether a name that is no label yet becomes one. */
  mayCreateTags: boolean;
  /** Empty where this person may not put a post into a series. */
  series: { number: number; title: string }[];
  /** Whether images can be committed to the repository. */
  mayUpload: boolean;
  /** Bytes. */
  largestImage: number;
  /** Whether what they publish appears at once, or waits for somebody else. */
  mayPublish: boolean;
}

/** What becomes of a text: public (once its date has come), a draft, or what it was before. */
export type Intent = 'publish' | 'draft' | 'keep';

export interface NewPost {
  /** Made by the browser once for each text, so that nothing is published twice. */
  key: string;
  title: string;
  body: string;
  tags: string[];
  /** A milestone's number. */
  series: number | null;
  intent: Exclude<Intent, 'keep'>;
}

/** A post as its editor opens it. */
export interface PostSource {
  number: number;
  title: string;
  /** As GitHub has it, with its metadata block. */
  body: string;
  tags: string[];
  series: number | null;
  /** Equal exactly while title and body are. */
  version: string;
  standing: Standing;
  /** The post's page; null while it is not public. */
  path: string | null;
  /** The issue on GitHub. */
  url: string;
  /** Where changes are told: see `listenToPage`; null where nothing is. */
  channel: string | null;
  /** Who edited it last, and when: ISO 8601. */
  editedBy: string | null;
  editedAt: string | null;
  publishedAt: string;
  /** Whoever is editing it: the names that stand on its page. */
  authors: Person[];
}

export interface PostChanges {
  /** Of the source that the author began with, or has merged since. */
  version: string;
  title: string;
  body: string;
  tags: string[];
  /** The tags that the author began with: only what they changed is changed. */
  tagsBefore: string[];
  series: number | null;
  intent: Intent;
}

export interface SavedPost {
  number: number;
  /** The issue on GitHub. */
  url: string;
  standing: 'published' | 'scheduled' | 'draft' | 'proposed' | 'unlabelled';
  /** The post's page, or a draft's preview; null where there is neither. */
  path: string | null;
  /** Tags that could not be given: they are not there any more. */
  missing: string[];
}

export interface UploadedImage {
  /** Absolute. */
  url: string;
}
