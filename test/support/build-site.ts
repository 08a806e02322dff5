/**
 * Builds the production site once for all tests that need it. It is built without settings, as an
 * image would be; every test starts it under its own.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const NEXT = path.resolve('node_modules/next/dist/bin/next');

/** Vitest's global set-up. @throws Error with the build's output */
export function setup(): void {
  const env = { ...withoutSettings(process.env), BUILD_STANDALONE: '1' };
  const build = spawnSync(process.execPath, [NEXT, 'build'], { env, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`The build failed:\n${build.stdout}\n${build.stderr}`);
}

/** The environment without whatever would configure a blog. */
export function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) =>
      !/^(GITHUB_|SITE_|PUBLISH_|VERCEL|REDIS_|CRON_|RECONCILE_|CACHE_|METRICS_|ERROR_|TRUSTED_|SESSION_|WEB|POSTS_|COMMENTS$|BASE_PATH$|BOT|PORT$)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
