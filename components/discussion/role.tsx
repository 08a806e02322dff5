/** What somebody is to the blog: author of the post, owner, member, bot, gone. */
import type { Comment } from '../../lib/posts/post';
import { useSite } from '../site-context';
import styles from './comment.module.css';

export function Role({ comment, isPostAuthor }: { comment: Comment; isPostAuthor: boolean }) {
  const words = useSite().messages.discussion;
  const associations: Record<string, string> = {
    OWNER: words.owner,
    MEMBER: words.member,
    COLLABORATOR: words.collaborator,
    CONTRIBUTOR: words.contributor,
  };
  const kinds: Record<string, string> = { bot: words.bot, ghost: words.deletedAccount };
  const role =
    kinds[comment.author.kind] ?? (isPostAuthor ? words.author : associations[comment.association]);
  return role ? <span className={styles.role}>{role}</span> : null;
}
