/** Where connecting begins: a form that works without scripts and leads to `/setup` again. */
import { fill } from '../../lib/i18n';
import type { SetupWords } from '../../lib/i18n/setup/setup-words';
import { SETUP_PATH } from '../../lib/paths';
import { Icon } from '../icons';
import styles from './setup.module.css';

/** The first question of an unconfigured blog. @param given what was answered and is no repository */
export function RepositoryForm({ words, given }: { words: SetupWords; given: string | null }) {
  return (
    <>
      <h1 className={styles.title}>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <section className={styles.section} aria-labelledby="repository-title">
        <h2 id="repository-title">{words.repositoryTitle}</h2>
        <p>{words.repositoryText}</p>
        <form className={styles.form} method="get" action={SETUP_PATH}>
          <label htmlFor="repository">{words.repositoryLabel}</label>
          <input
            id="repository"
            name="repository"
            type="text"
            required
            dir="ltr"
            autoCapitalize="off"
            autoComplete="off"
            spellCheck={false}
            placeholder="octocat/blog"
            defaultValue={given ?? undefined}
            aria-invalid={given !== null || undefined}
            aria-describedby={given === null ? undefined : 'repository-wrong'}
          />
          {given !== null && (
            <p id="repository-wrong" className={styles.wrong}>
              {fill(words.repositoryWrong, { value: given })}
            </p>
          )}
          <button className="button primary" type="submit">
            {words.go}
            <Icon name="forward" />
          </button>
        </form>
      </section>
    </>
  );
}
