/** What every answer tells the browser not to allow. */
import { createHash } from 'node:crypto';
import { accentStyle } from '../accent';
import type { Config } from '../config';
import { readReaderFiles } from '../hydration/reader-files';
import { EMBED_FRAME_ORIGINS } from '../markdown/features/embeds';
import { THEME_SCRIPT } from './theme-script';

export { readConfig } from '../config';

/** Name and value of each header. */
export type Headers = readonly (readonly [name: string, value: string])[];

/**
 * There is no Cross-Origin-Embedder-Policy, because posts show pictures of servers that do not know it.
 * @param inlineScripts the texts of all scripts that stand in pages
 */
export function securityHeaders(
  { site, serverUrl, accent }: Pick<Config, 'site' | 'serverUrl' | 'accent'>,
  inlineScripts: readonly string[] = [THEME_SCRIPT, readReaderFiles().boot],
): Headers {
  const isSecure = site.url.startsWith('https:');
  const twoYears = 63_072_000;
  const inlineStyles = accent === null ? [] : [accentStyle(accent)];
  return [
    [
      'Content-Security-Policy',
      contentSecurityPolicy(serverUrl, isSecure, inlineScripts, inlineStyles),
    ],
    ...(isSecure ? [['Strict-Transport-Security', `max-age=${twoYears}`] as const] : []),
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', UNUSED.map((feature) => `${feature}=()`).join(', ')],
  ];
}

/** What browsers can do and no page of ours, nor one inside it, has any use for. */
const UNUSED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/**
 * Posts bring pictures and sound from anywhere and, once pressed, frames of the sites that can be
 * embedded. Scripts and styles are ours alone.
 */
function contentSecurityPolicy(
  serverUrl: string,
  isSecure: boolean,
  inlineScripts: readonly string[],
  inlineStyles: readonly string[],
): string {
  // Avatars come from GitHub's server, which may be one without a certificate.
  const server = new URL(serverUrl).origin;
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...inlineScripts.map(hashOf)],
    'style-src': ["'self'", ...inlineStyles.map(hashOf)],
    'img-src': ["'self'", 'https:', 'data:', 'blob:', server],
    'media-src': ["'self'", 'https:', server],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'frame-src': ["'self'", ...EMBED_FRAME_ORIGINS],
    'form-action': ["'self'", server],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    // See lib/hydration/browser/trusted-types.ts; Next has a policy of its own for what it loads.
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['default', 'nextjs'],
    ...(isSecure ? { 'upgrade-insecure-requests': [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
