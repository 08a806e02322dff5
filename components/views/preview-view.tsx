/** A post before its time: the page it is going to be, marked so that nobody takes it for public. */
import { fill, formatMoment } from '../../lib/i18n';
import type { Post } from '../../lib/posts/post';
import { Discussion } from '../discussion/discussion';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { PostArticle } from '../post/post-article';
import { useSite } from '../site-context';
import errorStyles from './error-view.module.css';
import styles from './preview-view.module.css';

/** A draft is in no list yet. */
const NOTHING_BESIDE = {
  previous: null,
  next: null,
  related: [],
  series: { posts: [], index: null, before: 0, total: 0 },
};

export interface PreviewViewProps {
  post: Post;
  isScheduled: boolean;
  /** The issue was taken away while the preview was open. */
  gone: boolean;
}

export function PreviewView({ post, isScheduled, gone }: PreviewViewProps) {
  const { site, messages, locale } = useSite();
  const words = messages.preview;
  return (
    <Layout source={{ number: post.number, url: post.url }}>
      <DocumentHead title={`${words.title}: ${post.title}`} path={null} hidden />
      <p className={styles.notice} role="status">
        <strong>{words.title}</strong> {gone ? words.gone : words.note}{' '}
        {isScheduled && (
          <span suppressHydrationWarning>
            {fill(words.scheduled, { date: formatMoment(post.publishedAt, locale) })}
          </span>
        )}
      </p>
      <div className={styles.paper}>
        <div className={styles.watermark} aria-hidden="true" data-text={words.title} />
        <PostArticle post={post} {...NOTHING_BESIDE} isPreview>
          {site.comments && <Discussion post={post} />}
        </PostArticle>
      </div>
    </Layout>
  );
}

export function ExpiredPreviewView() {
  const { messages } = useSite();
  const words = messages.preview;
  return (
    <Layout>
      <DocumentHead title={words.expiredTitle} path={null} hidden />
      <div className={errorStyles.error}>
        <h1 className={errorStyles.title}>{words.expiredTitle}</h1>
        <p className={errorStyles.text}>{words.expiredText}</p>
      </div>
    </Layout>
  );
}
