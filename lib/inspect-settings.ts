/** The settings as `/setup` and the doctor look at them: with all that is wrong, instead of the first. */
import {
  type Config,
  ConfigError,
  type Environment,
  environment,
  readConfig,
  text,
} from './config';

export interface SettingsInspection {
  /** As it would be without the malformed settings. */
  config: Config;
  /** What is wrong with each malformed setting, in a sentence. */
  problems: { settings: string[]; sentence: string }[];
  /** Names of the settings that have a value. */
  given: ReadonlySet<string>;
  /** Of the App or OAuth App that readers sign in with, also where signing in is not complete. */
  client: { id: string | null; secret: string | null };
}

/**
 * Reads the settings without stopping at the first malformed one.
 * @param env defaults to the process's environment
 */
export function inspectSettings(env: Environment = environment()): SettingsInspection {
  const given = new Set(Object.keys(env).filter((name) => text(env, name) !== null));
  const client = { id: text(env, 'GITHUB_CLIENT_ID'), secret: text(env, 'GITHUB_CLIENT_SECRET') };
  const problems: SettingsInspection['problems'] = [];
  let rest = env;
  for (;;) {
    try {
      return { config: readConfig(rest), problems, given, client };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const settings = error.settings.filter((name) => text(rest, name) !== null);
      if (settings.length === 0) throw error;
      problems.push({ settings, sentence: error.message });
      rest = { ...rest, ...Object.fromEntries(settings.map((name) => [name, undefined])) };
    }
  }
}
