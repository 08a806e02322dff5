/** Takes what nobody may read out of texts that leave the server. */
import type { Config } from '../config';

export type Hide = (text: string) => string;

/** What tokens of GitHub, and what stands after `Bearer` or in an address, look like. */
const LOOKS_SECRET =
  /\b(?:gh[opusr]_|github_pat_|v\d\.)[\w.-]{8,}|(?<=\b(?:bearer|token|basic)\s)[\w.~+/=-]{8,}|(?<=:\/\/)[^\s/@]+(?=@)/gi;

/** Shorter texts are no secrets, and would turn up everywhere. */
const SHORTEST = 6;

/** @param secrets see `secretsOf`; what looks like a token is hidden without being among them */
export function createHide(secrets: readonly string[]): Hide {
  const known = secrets
    .filter((secret) => secret.length >= SHORTEST)
    .toSorted((one, other) => other.length - one.length);
  return (text) =>
    known
      .reduce((hidden, secret) => hidden.replaceAll(secret, '[secret]'), text)
      .replace(LOOKS_SECRET, '[secret]');
}

/** All secrets among the settings. */
export function secretsOf(config: Config): string[] {
  const { credentials, signIn } = config;
  const found = [
    credentials?.kind === 'token' ? credentials.token : credentials?.privateKey,
    config.webhookSecret,
    config.cronSecret,
    config.metricsToken,
    config.errorWebhook,
    signIn?.clientSecret,
    signIn?.sessionSecret,
  ];
  return found.filter((secret) => typeof secret === 'string');
}

/** An address without what its query holds, which may be a key. */
export function withoutQuery(address: string): string {
  const [path = '', query] = address.split('?');
  const names = query === undefined ? [] : [...new URLSearchParams(query).keys()];
  return names.length > 0 ? `${path}?${names.map((name) => `${name}=…`).join('&')}` : path;
}
