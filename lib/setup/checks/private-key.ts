/** A check that asks nobody: it looks at the App's key before GitHub refuses it. */
import { createPrivateKey } from 'node:crypto';
import { type Check, fail } from '../finding';

/** An App's key has arrived whole: environment editors cut and bend what has several lines. */
export const checkPrivateKey: Check = async ({ config }) => {
  const { credentials } = config;
  if (credentials?.kind !== 'app' || isKey(credentials.privateKey)) return [];
  return [
    fail(
      'private-key',
      'GITHUB_APP_PRIVATE_KEY looks like a key, but is damaged: a piece is missing or was changed.',
      "Generate a new key on the App's page and set the base64 of the whole file, which is one word: base64 -w0 KEY.pem",
    ),
  ];
};

/** Whether a text is the whole of an RSA key. @param pem as in the settings */
export function isKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
