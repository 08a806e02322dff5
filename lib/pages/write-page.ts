/** The editor's pages, which hold nothing of who opens them. */
import { withBase } from '../base-path';
import { readConfig } from '../config';
import { readReaderFiles } from '../hydration/reader-files';
import { writingWords } from '../i18n/writing';
import type { WritingWords } from '../i18n/writing/words';
import { editPath, NEW_POST_PATH } from '../paths';
import { type SiteProps, siteProps } from './page-result';
import { parseNumber } from './post-page';

export interface WritePageProps extends SiteProps {
  words: WritingWords;
  number: number | null;
  path: string;
  githubUrl: string;
  /** The address of the editor's style sheet. */
  styleSheet: string;
}

/** @param number as in the address; null for a new post @returns null for an address that is none */
export function loadWritePage(number: string | null): WritePageProps | null {
  const config = readConfig();
  const { repositoryUrl, language } = config.site;
  const issue = number === null ? null : parseNumber(number);
  if (repositoryUrl === null || (number !== null && issue === null)) return null;
  return {
    ...siteProps(config),
    words: writingWords(language),
    styleSheet: withBase(readReaderFiles().writing),
    number: issue,
    path: issue === null ? NEW_POST_PATH : editPath(issue),
    githubUrl:
      issue === null
        ? `${repositoryUrl}/issues/new?template=new-post.md`
        : `${repositoryUrl}/issues/${issue}`,
  };
}
