/** What is shown when there is nothing to show. */
import { homePath, SEARCH_PATH } from '../../lib/paths';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { useSite } from '../site-context';
import styles from './error-view.module.css';

export interface ErrorViewProps {
  kind: 'not-found' | 'server';
}

export function ErrorView({ kind }: ErrorViewProps) {
  const { messages } = useSite();
  const words = messages.error;
  const { mark, title, text } = {
    'not-found': { mark: '404', title: words.notFoundTitle, text: words.notFoundText },
    server: { mark: '500', title: words.serverTitle, text: words.serverText },
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
