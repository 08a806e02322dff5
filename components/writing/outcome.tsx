/** What became of a post that was sent. */
import { fill } from '../../lib/i18n';
import type { SavedPost } from '../../lib/writing/shapes';
import { useWords } from './writing-context';

export interface OutcomeProps {
  saved: SavedPost;
  /** Its page has not come yet. */
  isLate: boolean;
  /** It was public before. */
  isEdit: boolean;
}

export function Outcome({ saved, isLate, isEdit }: OutcomeProps) {
  const words = useWords();
  const { number, url, standing, path, missing } = saved;
  const said = {
    published: isEdit ? words.saved : words.published,
    scheduled: words.scheduled,
    draft: words.drafted,
    proposed: fill(words.proposed, { number }),
    unlabelled: words.saved,
  }[standing];
  return (
    <div role="status" className="editor-notices-notice" data-sent={standing}>
      <p>{isLate ? words.late : said}</p>
      {missing.length > 0 && <p>{fill(words.missingTags, { names: missing.join(', ') })}</p>}
      <p className="editor-notices-ways">
        {path && <a href={path}>{standing === 'published' ? words.seePost : words.seePreview}</a>}
        <a href={url}>{words.seeIssue}</a>
      </p>
    </div>
  );
}
