/** What a manifest says, or what is wrong with it, in GitHub's words where they are known. */
import { isFields } from '../rest/fields';

export interface Manifest {
  name: string;
  url: string;
  redirectUrl: string | null;
  callbackUrls: string[];
  setupUrl: string | null;
  description: string | null;
  public: boolean;
  hookUrl: string | null;
  permissions: Record<string, string>;
  events: string[];
}

/**
 * GitHub refuses a webhook address on localhost; the embedded GitHub lives there itself, and so
 * takes it.
 * @returns a sentence where the manifest cannot be used
 */
export function readManifest(text: string): Manifest | string {
  const fields = parse(text);
  if (!fields) return 'The manifest is not a JSON object.';
  const { hook_attributes: hook } = fields;
  const hookUrl = isFields(hook) ? hook.url : null;
  if (hook !== undefined && typeof hookUrl !== 'string') return '"url" wasn\'t supplied.';
  const name = fields.name;
  if (typeof name !== 'string' || !name.trim()) return '"name" wasn\'t supplied.';
  const url = addressOf(fields.url);
  if (!url) return '"url" wasn\'t supplied.';
  const callbackUrls = textsOf(fields.callback_urls);
  if (callbackUrls.length > 10) return 'There are more than ten callback addresses.';
  const wrong = [...callbackUrls, fields.redirect_url, fields.setup_url, hookUrl].find(
    (address) => typeof address === 'string' && !addressOf(address),
  );
  if (wrong) return `'${wrong}' is not an address.`;
  return {
    name,
    url,
    redirectUrl: addressOf(fields.redirect_url),
    callbackUrls,
    setupUrl: addressOf(fields.setup_url),
    description: typeof fields.description === 'string' ? fields.description : null,
    public: fields.public === true,
    hookUrl: isFields(hook) && hook.active === false ? null : addressOf(hookUrl),
    permissions: permissionsOf(fields.default_permissions),
    events: textsOf(fields.default_events),
  };
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function addressOf(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  return /^https?:$/.test(new URL(value).protocol) ? value : null;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function permissionsOf(value: unknown): Record<string, string> {
  const entries = isFields(value) ? Object.entries(value) : [];
  return Object.fromEntries([
    ['metadata', 'read'],
    ...entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  ]);
}
