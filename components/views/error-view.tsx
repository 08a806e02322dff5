/** What is shown when there is nothing to show. */
import { homePath, SEARCH_PATH } from '../../lib/paths';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { useSite } from '../site-context';
import styles from './error-view.module.css';

export interface ErrorViewProps {
  kind: 'not-found' | 'server' | 'offline';
  /** One more sentence, where something is known. */
  message?: string;
}

export function ErrorView({ kind, message }: ErrorViewProps) {
  const { messages } = useSite();
  const words = messages.error;
  const { mark, title, text } = {
    'not-found': { mark: '404', title: words.notFoundTitle, text: words.notFoundText },
    server: { mark: '500', title: words.serverTitle, text: words.serverText },
    offline: { mark: '···', title: words.offlineTitle, text: words.offlineText },
  }[kind];
  return (
    <Layout>
      <DocumentHead title={title} path={null} hidden />
      <div className={styles.error}>
        <p className={styles.mark} aria-hidden="true">
          {mark}
        </p>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.text}>{text}</p>
        {message && <p className={styles.text}>{message}</p>}
        <p className={styles.ways}>
          <a className="button" href={homePath()}>
            {words.backHome}
          </a>
          <a href={SEARCH_PATH}>{messages.layout.search}</a>
        </p>
        {kind === 'server' && <p className={styles.hint}>{words.serverHint}</p>}
      </div>
    </Layout>
  );
}
