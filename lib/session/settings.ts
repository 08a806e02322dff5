/** What signing in needs of the settings. */
import type { Config, Repository, SignInConfig } from '../config';
import type { Client } from '../github/user-tokens';

export interface SignInSettings {
  signIn: SignInConfig;
  client: Client;
  repository: Repository;
  apiUrl: string;
  siteUrl: string;
  /** Of the interface: BCP 47. */
  language: string;
  publishAuthors: Config['publishAuthors'];
}

/** @returns null where signing in is off */
export function signInSettings(config: Config): SignInSettings | null {
  const { signIn, repository, serverUrl, apiUrl, publishAuthors, site } = config;
  if (!signIn || !repository) return null;
  const { clientId, clientSecret } = signIn;
  return {
    signIn,
    client: { clientId, clientSecret, serverUrl, apiUrl },
    repository,
    apiUrl,
    siteUrl: site.url,
    language: site.language,
    publishAuthors,
  };
}
