/**
 * `npm run sandbox`: the embedded GitHub alone, on SANDBOX_PORT (4010). WEBHOOK_URL and
 * GITHUB_WEBHOOK_SECRET give the blog a hook; SANDBOX_SNAPSHOT names a file to keep it all in.
 */
import { endWithNpm } from './end-with-npm';
import { freePortFrom } from './free-port';
import { startSandbox } from './server';
import { DEMO_TOKENS } from './world';

const { WEBHOOK_URL, GITHUB_WEBHOOK_SECRET, SANDBOX_SNAPSHOT, SANDBOX_SEED } = process.env;

const sandbox = await startSandbox({
  port: await freePortFrom('SANDBOX_PORT', 4010, 0),
  hook: WEBHOOK_URL ? { url: WEBHOOK_URL, secret: GITHUB_WEBHOOK_SECRET || null } : null,
  snapshotFile: SANDBOX_SNAPSHOT || null,
  seed: SANDBOX_SEED !== 'off',
});

console.log(`The embedded GitHub answers at ${sandbox.url}`);
console.log(`  pages     ${sandbox.url}/octocat/blog/issues`);
console.log(`  REST      ${sandbox.url}/repos/octocat/blog  (and ${sandbox.url}/api/v3/…)`);
console.log(`  GraphQL   ${sandbox.url}/graphql`);
console.log(`  tokens    ${Object.values(DEMO_TOKENS).join(', ')}`);

const stop = () => {
  sandbox.close().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
endWithNpm(stop);
