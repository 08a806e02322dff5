/** What `/setup` shows once the repository is known: how the blog is given access to it. */
import { fill } from '../../lib/i18n';
import type { SetupWords } from '../../lib/i18n/setup/setup-words';
import type { ConnectProps } from '../../lib/pages/setup-page';
import { SETUP_PATH } from '../../lib/paths';
import { Icon } from '../icons';
import { SettingsList } from './settings-list';
import styles from './setup.module.css';

/** The two ways: an App by one button, or a token and a webhook by hand. */
export function Connect(props: ConnectProps & { words: SetupWords }) {
  const { words, repository, siteUrl, manifest, registerUrl, appName, isReachable } = props;
  const places = { repository, url: siteUrl, app: appName };
  return (
    <>
      <h1 className={styles.title}>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <p className={styles.chosen}>
        <Icon name="github" />
        <bdi>{repository}</bdi>
        <a href={`${SETUP_PATH}?repository=`}>{words.change}</a>
      </p>
      <section className={styles.section} aria-labelledby="app-title">
        <h2 id="app-title">{words.appTitle}</h2>
        <p>{fill(words.appText, places)}</p>
        <ul className={styles.facts}>
          {words.appFacts.map((fact) => (
            <li key={fact}>{fill(fact, places)}</li>
          ))}
        </ul>
        {!isReachable && <p className={styles.wrong}>{fill(words.unreachable, places)}</p>}
        <form method="post" action={registerUrl}>
          <input type="hidden" name="manifest" value={manifest} />
          <button className="button primary" type="submit">
            <Icon name="github" />
            {words.createApp}
          </button>
        </form>
      </section>
      <Token {...props} />
    </>
  );
}

function Token({ words, repository, token }: ConnectProps & { words: SetupWords }) {
  const places = { repository, url: token.deliveriesTo, events: token.events };
  const [make, add, set] = words.tokenSteps.map((step) => fill(step, places));
  return (
    <section className={styles.section} aria-labelledby="token-title">
      <h2 id="token-title">{words.tokenTitle}</h2>
      <p>{words.tokenText}</p>
      <ol className={styles.steps}>
        <li>
          <p>{make}</p>
          <a className="button" href={token.makeUrl}>
            {words.makeToken}
          </a>
        </li>
        <li>
          <p>{add}</p>
          <a className="button" href={token.hookUrl}>
            {words.addWebhook}
          </a>
        </li>
        <li>
          <p>{set}</p>
          <SettingsList settings={token.settings} words={words} />
        </li>
      </ol>
    </section>
  );
}
