/** Signing in, and everything about Apps: pages for people, endpoints for programs. */
import { asPage } from '../html/page';
import type { Handler, SandboxRequest, SandboxResponse } from '../http';
import { matchRoute, type RestRequest, type Route } from '../rest/router';
import { accessToken } from './access-token';
import { APP_HOOK_ROUTES } from './app-hook';
import { APPLICATION_ROUTES } from './applications';
import { decideAuthorization, showAuthorization } from './authorize';
import { install, showApp, showInstallation, showInstalled } from './install-page';
import { INSTALLATION_ROUTES, publicApp } from './installations';
import { convertManifest, createFromManifest, showManifest } from './manifest';

type Page = (request: SandboxRequest, parameter: string) => SandboxResponse;

/** Addresses of the HTML side; an Enterprise server has them outside `/api/v3`. */
const PAGES: readonly (readonly [method: string, path: RegExp, page: Page])[] = [
  ['GET', /^\/login\/oauth\/authorize$/, showAuthorization],
  ['POST', /^\/login\/oauth\/authorize$/, decideAuthorization],
  ['POST', /^\/login\/oauth\/access_token$/, accessToken],
  ['POST', /^\/(?:organizations\/[\w-]+\/)?settings\/apps\/new$/, showManifest],
  ['POST', /^\/settings\/apps\/create$/, createFromManifest],
  [
    'GET',
    /^\/settings\/installations\/(\d+)$/,
    (request, id) => showInstalled(request, Number(id)),
  ],
  ['GET', /^\/apps\/([\w-]+)\/installations\/new$/, showInstallation],
  ['POST', /^\/apps\/([\w-]+)\/installations\/new$/, install],
];

const ROUTES: readonly Route[] = [
  ...INSTALLATION_ROUTES,
  ...APP_HOOK_ROUTES,
  ...APPLICATION_ROUTES,
  ['POST', '/app-manifests/:code/conversions', convertManifest],
  ['GET', '/apps/:slug', readOrShowApp],
];

export const handle: Handler = (request) => {
  for (const [method, path, page] of PAGES) {
    const match = method === request.method ? path.exec(request.path) : null;
    if (match) return asPage(request, () => page(request, match[1] ?? ''));
  }
  const found = matchRoute(ROUTES, request.method, request.path);
  if (!found) return null;
  const { primary, store, apiUrl } = request;
  return found.handler({
    ...request,
    params: found.params,
    context: { store, apiUrl },
    written: { store: primary, apiUrl },
  });
};

/** The one address that REST and the pages share, as here they are on one host. */
function readOrShowApp(request: RestRequest): SandboxResponse {
  const wantsPage =
    request.headers.accept?.includes('text/html') && request.apiUrl === request.origin;
  return wantsPage ? showApp(request, request.params.slug ?? '') : publicApp(request);
}
