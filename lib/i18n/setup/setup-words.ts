/** The one shape of the words of `/setup`; only the server carries them. `{name}` marks a place to fill. */
export interface SetupWords {
  title: string;
  lead: string;
  repositoryTitle: string;
  repositoryText: string;
  repositoryLabel: string;
  repositoryWrong: string;
  go: string;
  change: string;
  appTitle: string;
  appText: string;
  /** What the App may do and does. */
  appFacts: [rights: string, deliveries: string, signIn: string];
  createApp: string;
  unreachable: string;
  tokenTitle: string;
  tokenText: string;
  tokenSteps: [token: string, webhook: string, settings: string];
  makeToken: string;
  addWebhook: string;
  createdTitle: string;
  createdText: string;
  copy: string;
  copied: string;
  copyAll: string;
  download: string;
  whereVercel: string;
  whereServer: string;
  nextTitle: string;
  installText: string;
  install: string;
  check: string;
  failed: Record<'foreign' | 'used' | 'down', { title: string; text: string }>;
  manageApps: string;
  again: string;
  closedTitle: string;
  closedText: string;
  closedNoSignIn: string;
  closedStranger: string;
  signIn: string;
  checksTitle: string;
  verdicts: Record<'ok' | 'warn' | 'fail', string>;
  states: Record<'ok' | 'warn' | 'fail' | 'off', string>;
  /** What the checks are about, by their ids. */
  subjects: Record<SetupSubject, string>;
  createLabel: string;
  addTemplate: string;
  open: string;
  checkAgain: string;
}

export type SetupSubject =
  | 'settings'
  | 'site-address'
  | 'private-key'
  | 'credentials'
  | 'token-expiry'
  | 'installation'
  | 'repository'
  | 'rights'
  | 'rate-limit'
  | 'label'
  | 'template'
  | 'webhook'
  | 'sign-in'
  | 'extras'
  | 'site-answers';
