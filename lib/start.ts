/** What a server does before its first request. */
import { BASE_PATH } from './base-path';
import { getShared } from './cache/shared';
import { compressAnswers } from './compression/compress-answers';
import { type Config, ConfigError, readConfig } from './config';
import { warmMarkdown } from './markdown';
import { getBlog } from './posts/blog';
import { listPublished } from './posts/list-posts';
import { startReconciling } from './reconcile/timer';
import { startSchedule } from './schedule/timer';
import { setSecurityHeaders } from './security/set-headers';

/** A malformed setting ends the process with a sentence that names it. */
export async function startServing(): Promise<void> {
  try {
    checkBasePath(readConfig());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(`The settings are not right: ${error.message}`);
    process.exit(1);
  }
  // Development needs scripts and styles in the page.
  if (process.env.NODE_ENV === 'production') {
    setSecurityHeaders();
    // A platform compresses at its edge.
    if (readConfig().pushes) compressAnswers();
  }
  // Pages that others rendered meanwhile are asked for from the first request on.
  await getShared()?.ready();
  const blog = getBlog();
  if (blog?.config.hasTimers) {
    startSchedule(blog);
    const { reconcileSeconds } = blog.config;
    if (reconcileSeconds > 0) {
      const isBusy = () => (globalThis.issuepressDeliveries?.underWay.size ?? 0) > 0;
      startReconciling({ interval: reconcileSeconds * 1_000, isBusy });
    }
  }
  const ready = Promise.all([warmMarkdown(), blog?.index.sync(0)]);
  // The first search need not wait for the index of all texts.
  const searchable = ready.then(([, index]) => {
    if (blog && index) return blog.search.upTo(listPublished(index, Date.now()));
  });
  searchable.catch(() => {});
  ready.catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    console.warn(`GitHub could not be asked at the start; pages will ask again. ${reason}`);
  });
}

/** The build has put the path into every address. @throws ConfigError for another one */
function checkBasePath({ basePath }: Pick<Config, 'basePath'>): void {
  // The standalone server has no settings of the build but those it was built with.
  const isStandalone = process.env.__NEXT_PRIVATE_STANDALONE_CONFIG !== undefined;
  if (basePath === BASE_PATH || (basePath === '' && isStandalone)) return;
  throw new ConfigError(
    ['BASE_PATH'],
    `BASE_PATH should be what the site was built with, '${BASE_PATH}'; got '${basePath}'. Build it again with the other.`,
  );
}
