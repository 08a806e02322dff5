/** Back from GitHub with a new App: its settings, this once, and what comes next. */
import { fill } from '../../lib/i18n';
import type { SetupWords } from '../../lib/i18n/setup/setup-words';
import type { SetupCreatedProps } from '../../lib/pages/setup-created-page';
import { SETUP_PATH } from '../../lib/paths';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { CopyButton } from '../setup/copy-button';
import { SettingsList } from '../setup/settings-list';
import styles from '../setup/setup.module.css';

export function SetupCreatedView(props: SetupCreatedProps) {
  return (
    <Layout>
      <DocumentHead title={props.words.title} path={null} hidden />
      <div className={styles.setup}>
        {props.kind === 'created' ? <Created {...props} /> : <Failed {...props} />}
      </div>
    </Layout>
  );
}

type CreatedProps = Extract<SetupCreatedProps, { kind: 'created' }>;

function Created({ words, name, repository, settings, file, installUrl, isVercel }: CreatedProps) {
  return (
    <>
      <h1 className={styles.title}>{fill(words.createdTitle, { app: name })}</h1>
      <p className={styles.lead}>{words.createdText}</p>
      <p className={styles.actions}>
        <a
          className="button primary"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download=".env"
        >
          {words.download}
        </a>
        <span data-hydrate="">
          <CopyButton text={file} label={words.copyAll} copied={words.copied} />
        </span>
      </p>
      <p>{isVercel ? words.whereVercel : words.whereServer}</p>
      <SettingsList settings={settings} words={words} />
      <section className={styles.section} aria-labelledby="next-title">
        <h2 id="next-title">{words.nextTitle}</h2>
        <p>{fill(words.installText, { repository })}</p>
        <p className={styles.actions}>
          <a className="button primary" href={installUrl}>
            {words.install}
          </a>
          <a className="button" href={SETUP_PATH}>
            {words.check}
          </a>
        </p>
      </section>
    </>
  );
}

interface FailedProps {
  words: SetupWords;
  reason: 'foreign' | 'used' | 'down';
  appsUrl: string;
}

function Failed({ words, reason, appsUrl }: FailedProps) {
  const { title, text } = words.failed[reason];
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{text}</p>
      <p className={styles.actions}>
        <a className="button primary" href={SETUP_PATH}>
          {words.again}
        </a>
        <a className="button" href={appsUrl}>
          {words.manageApps}
        </a>
      </p>
    </>
  );
}
