/** What somebody sees who comes back from GitHub with a new App: its settings, this once. */

import { convertManifest } from '../github/convert-manifest';
import { createInquirer } from '../github/inquire';
import { type SetupWords, setupWords } from '../i18n/setup';
import { inspectSettings } from '../inspect-settings';
import { endAttempt, findAttempt } from '../setup/attempt';
import { buildEnvironment, formatEnvironment, type Setting } from '../setup/environment';
import { isAddressGiven, originOf } from '../setup/origin';
import { type SiteProps, siteProps } from './page-result';
import { isConfigured, type SetupRequest } from './setup-page';

export type SetupCreatedProps = SiteProps & { words: SetupWords } & (
    | {
        kind: 'created';
        name: string;
        repository: string;
        settings: Setting[];
        /** All of them as a `.env` file. */
        file: string;
        installUrl: string;
        isVercel: boolean;
      }
    /** `foreign`: not begun in this browser. `used`: see `Conversion`. */
    | { kind: 'failed'; reason: 'foreign' | 'used' | 'down'; appsUrl: string }
  );

/** @returns null where the blog is configured: nothing new is given then. It rejects only for a bug. */
export async function loadSetupCreatedPage({
  request,
  response,
  query,
}: SetupRequest): Promise<SetupCreatedProps | null> {
  const inspection = inspectSettings();
  if (isConfigured(inspection)) return null;
  const { config, given } = inspection;
  const common = { ...siteProps(config), words: setupWords(config.site.language) };
  const failed = (reason: 'foreign' | 'used' | 'down') => ({
    ...common,
    kind: 'failed' as const,
    reason,
    appsUrl: `${config.serverUrl}/settings/apps`,
  });
  const attempt = findAttempt(request, query.state);
  if (!attempt || typeof query.code !== 'string') return failed('foreign');
  const conversion = await convertManifest(createInquirer(config), query.code);
  if (conversion.kind !== 'app') return failed(conversion.kind);
  const { app } = conversion;
  const { repository } = attempt;
  const origin = originOf(request, config.site.url);
  endAttempt(response, origin);
  const settings = buildEnvironment({
    app,
    repository,
    siteUrl: isAddressGiven(given) ? config.site.url : origin,
    apiUrl: given.has('GITHUB_API_URL') ? config.apiUrl : null,
    serverUrl: given.has('GITHUB_SERVER_URL') ? config.serverUrl : null,
    isVercel: given.has('VERCEL'),
  });
  return {
    ...common,
    kind: 'created',
    name: app.name,
    repository: `${repository.owner}/${repository.name}`,
    settings,
    file: formatEnvironment(settings),
    installUrl: `${app.url}/installations/new`,
    isVercel: given.has('VERCEL'),
  };
}
