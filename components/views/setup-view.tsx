/** `/setup`: from nothing to a connected blog, and afterwards how it is. */
import type { SetupPageProps } from '../../lib/pages/setup-page';
import { SETUP_PATH } from '../../lib/paths';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { Checks } from '../setup/checks';
import { Connect } from '../setup/connect';
import { Door } from '../setup/door';
import { RepositoryForm } from '../setup/repository-form';
import styles from '../setup/setup.module.css';

export function SetupView(props: SetupPageProps) {
  return (
    <Layout>
      <DocumentHead title={props.words.title} path={SETUP_PATH} hidden />
      <div className={styles.setup}>
        <Content {...props} />
      </div>
    </Layout>
  );
}

function Content(props: SetupPageProps) {
  const { words } = props;
  switch (props.kind) {
    case 'repository':
      return <RepositoryForm words={words} given={props.given} />;
    case 'connect':
      return <Connect {...props} />;
    case 'door':
      return <Door words={words} visitor={props.visitor} />;
    case 'checks':
      return <Checks {...props} />;
  }
}
