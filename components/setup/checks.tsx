/** What `/setup` shows whoever may look behind a configured blog: the findings of the doctor. */
import { accountWords } from '../../lib/i18n/account-words';
import type { SetupWords } from '../../lib/i18n/setup/setup-words';
import { subjectOf } from '../../lib/i18n/setup/subject-of';
import { homePath, SETUP_LABEL_PATH, SETUP_PATH } from '../../lib/paths';
import type { Finding } from '../../lib/setup/finding';
import { Icon } from '../icons';
import { useSite } from '../site-context';
import styles from './setup.module.css';

export interface ChecksProps {
  words: SetupWords;
  findings: Finding[];
  /** The label that publishes. */
  label: string;
  /** Where "New post" is added. */
  templateUrl: string | null;
}

const ORDER = ['fail', 'warn', 'ok', 'off'] as const;

/** How the blog is, the worst first. */
export function Checks({ words, findings, label, templateUrl }: ChecksProps) {
  const { site, messages } = useSite();
  const sorted = ORDER.flatMap((wanted) => findings.filter(({ state }) => state === wanted));
  const [worst] = sorted;
  const verdict = worst?.state === 'fail' || worst?.state === 'warn' ? worst.state : 'ok';
  return (
    <>
      <h1 className={styles.title}>{words.checksTitle}</h1>
      <p className={styles.lead}>{words.verdicts[verdict]}</p>
      <p className={styles.actions}>
        <a className="button" href={SETUP_PATH}>
          {words.checkAgain}
        </a>
        <a className="button" href={homePath()}>
          {messages.layout.home}
        </a>
        {verdict !== 'fail' && site.repositoryUrl && (
          <a
            className="button primary"
            href={`${site.repositoryUrl}/issues/new?labels=${encodeURIComponent(label)}`}
          >
            <Icon name="github" />
            {accountWords(site.language).newPost}
          </a>
        )}
      </p>
      <ul className={styles.findings}>
        {sorted.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes on the page
          <li key={index} data-state={finding.state}>
            <h2>{subjectOf(words, finding.id)}</h2>
            <span className={styles.state}>{words.states[finding.state]}</span>
            <p lang="en" dir="ltr">
              {finding.sentence}
            </p>
            {finding.fix && (
              <p className={styles.fix} lang="en" dir="ltr">
                {finding.fix}
              </p>
            )}
            <Remedy finding={finding} words={words} templateUrl={templateUrl} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Remedy({
  finding,
  words,
  templateUrl,
}: {
  finding: Finding;
  words: SetupWords;
  templateUrl: string | null;
}) {
  const { id, state, link } = finding;
  if (state === 'ok') return null;
  if (id === 'label' && state === 'fail') {
    return (
      <form method="post" action={SETUP_LABEL_PATH}>
        <button className="button primary" type="submit">
          {words.createLabel}
        </button>
      </form>
    );
  }
  if (!link) return null;
  return (
    <p>
      <a className="button" href={link}>
        {link === templateUrl ? words.addTemplate : words.open}
      </a>
    </p>
  );
}
