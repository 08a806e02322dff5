/** Takes in what another instance learnt. */
import { announcePage } from '../cache/page-changes';
import type { News } from './news';
import type { PostIndex } from './post-index';
import type { IssueReader } from './read-issue';
import type { TagRenames } from './tag-renames';

interface Knowledge {
  index: PostIndex;
  issues: IssueReader;
  tagRenames: TagRenames;
}

/** Returns before all is taken in, and never throws. @param news as another instance told it */
export function hearNews(news: News, { index, issues, tagRenames }: Knowledge): void {
  switch (news.kind) {
    case 'attended':
      issues.forget(news.number);
      break;
    case 'carried':
      index.skipChanges(news.posts);
      break;
    case 'shown':
      announcePage(news.path, news.revision);
      break;
    case 'label-renamed':
      tagRenames.remember(news.from, news.to);
      break;
    default:
      for (const number of numbersIn(news)) issues.forget(number);
      index.hear(news).catch(() => {
        // GitHub could not be asked; whoever wants the list next asks again.
      });
  }
}

/** Issues that were read before the news; undefined stands for all. */
function numbersIn(
  news: Exclude<News, { kind: 'attended' | 'carried' | 'shown' | 'label-renamed' }>,
) {
  if (news.kind === 'issues') return news.issues.map(({ number }) => number);
  if (news.kind === 'announced') return [news.number];
  return news.kind === 'removed' ? news.numbers : [undefined];
}
