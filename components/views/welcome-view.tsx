/** The page of a blog that has no post yet, or no repository: it says exactly what to do next. */
import { fill } from '../../lib/i18n';
import { homePath, SETUP_PATH } from '../../lib/paths';
import { DocumentHead } from '../document-head';
import { Icon } from '../icons';
import { Layout } from '../layout/layout';
import { useSite } from '../site-context';
import styles from './welcome-view.module.css';

export interface WelcomeViewProps {
  /** `unconfigured`: no repository can be read. `empty`: it can, and has no post. */
  kind: 'unconfigured' | 'empty';
  /** Names of the settings that are not set. */
  missing: string[];
  /** The label that publishes. */
  publishLabel?: string;
}

export function WelcomeView({ kind, missing, publishLabel = 'Publish' }: WelcomeViewProps) {
  return (
    <Layout masthead>
      <DocumentHead title={null} path={homePath()} hidden />
      <div className={styles.welcome}>
        {kind === 'unconfigured' ? (
          <Unconfigured missing={missing} />
        ) : (
          <Empty publishLabel={publishLabel} />
        )}
      </div>
    </Layout>
  );
}

function Unconfigured({ missing }: { missing: string[] }) {
  const words = useSite().messages.welcome;
  return (
    <>
      <h2 className={styles.title}>{words.unconfiguredTitle}</h2>
      <p className={styles.text}>{words.unconfiguredText}</p>
      {missing.length > 0 && (
        <>
          <h3 className={styles.label}>{words.missing}</h3>
          <ul className={styles.settings}>
            {missing.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a className="button primary" href={SETUP_PATH}>
          {words.setUp}
          <Icon name="forward" />
        </a>
      </p>
    </>
  );
}

function Empty({ publishLabel }: { publishLabel: string }) {
  const { site, messages } = useSite();
  const words = messages.welcome;
  const repository = site.repositoryUrl ? new URL(site.repositoryUrl).pathname.slice(1) : '';
  return (
    <>
      <h2 className={styles.title}>{words.emptyTitle}</h2>
      <p className={styles.text}>{words.emptyText}</p>
      <ol className={styles.steps}>
        {words.emptySteps.map((step) => (
          <li key={step}>{fill(step, { repository, label: publishLabel })}</li>
        ))}
      </ol>
      {site.repositoryUrl && (
        <p>
          <a
            className="button primary"
            href={`${site.repositoryUrl}/issues/new?labels=${encodeURIComponent(publishLabel)}`}
          >
            <Icon name="github" />
            {words.writeFirst}
          </a>
        </p>
      )}
    </>
  );
}
