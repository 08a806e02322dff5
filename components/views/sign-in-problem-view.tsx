/** Signing in did not work: what happened, and ways on. */
import type { SignInProblemProps } from '../../lib/pages/sign-in-problem-page';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import styles from './error-view.module.css';

export function SignInProblemView({ words, text, signIn, returnTo }: SignInProblemProps) {
  return (
    <Layout>
      <DocumentHead title={words.title} path={null} hidden />
      <div className={styles.error}>
        <h1 className={styles.title}>{words.title}</h1>
        <p className={styles.text}>{text}</p>
        <p className={styles.ways}>
          {signIn && (
            <a className="button" href={signIn} rel="nofollow">
              {words.tryAgain}
            </a>
          )}
          <a href={returnTo}>{words.back}</a>
        </p>
      </div>
    </Layout>
  );
}
