/** The page of the editor: the same for everybody, with ways to GitHub for those without scripts. */

import type { WritingWords } from '../../lib/i18n/writing/words';
import { postPath } from '../../lib/paths';
import { DocumentHead } from '../document-head';
import { Icon } from '../icons';
import { Layout } from '../layout/layout';
import { PostOnPaper } from '../post/post-on-paper';
import { TagDot } from '../posts/tag-list';
import { type PageParts, WritingProvider } from '../writing/writing-context';
import { WritingDesk } from '../writing/writing-desk';

const PARTS: PageParts = { Paper: PostOnPaper, Dot: TagDot };

export interface WriteViewProps {
  words: WritingWords;
  /** The post's; null for a new one. */
  number: number | null;
  /** The page's own path. */
  path: string;
  /** The same on GitHub. */
  githubUrl: string;
  /** The address of the editor's style sheet. */
  styleSheet: string;
}

export function WriteView({ words, number, path, githubUrl, styleSheet }: WriteViewProps) {
  const isNew = number === null;
  const title = isNew ? words.newTitle : `${words.editTitle} #${number}`;
  return (
    <WritingProvider words={words} parts={PARTS}>
      <Layout>
        <DocumentHead title={title} path={path} hidden>
          <link key="writing" rel="stylesheet" href={styleSheet} />
        </DocumentHead>
        <div className="writing-desk-head">
          <h1 className="writing-desk-kind">{title}</h1>
          <ul className="writing-desk-ways">
            {!isNew && (
              <li>
                <a href={postPath(number, '')}>{words.backToPost}</a>
              </li>
            )}
            <li>
              <a href={githubUrl}>
                <Icon name="github" />
                {isNew ? words.writeOnGitHub : words.editOnGitHub}
              </a>
            </li>
          </ul>
        </div>
        <noscript>
          <p className="writing-desk-note">{words.needsScript}</p>
        </noscript>
        <div data-hydrate="now">
          <WritingDesk number={number} path={path} />
        </div>
      </Layout>
    </WritingProvider>
  );
}
