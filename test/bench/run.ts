/**
 * `npm run bench`: every benchmark, or those that are named: `npm run bench -- markdown`. Each figure
 * stands beside something run in the same minutes, because machines differ and ratios travel. What was
 * measured goes to RESULTS.md.
 */
import { setup as buildSite } from '../support/build-site';
import { keepResults, type Section, toMarkdown } from './report';

const BENCHES: Record<string, () => Promise<Section[]>> = {
  serve: async () => (await import('./serve')).benchServe(),
  live: async () => (await import('./live')).benchLive(),
  refresh: async () => (await import('./refresh')).benchRefresh(),
  start: async () => (await import('./start')).benchStart(),
  markdown: async () => (await import('./markdown')).benchMarkdownPages(),
  lighthouse: async () => (await import('./lighthouse')).benchLighthouse(),
  build: async () => (await import('./build')).benchBuild(),
};

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown) {
    const known = Object.keys(BENCHES).join(', ');
    console.error(`There is no benchmark '${unknown}'. There are: ${known}.`);
    process.exit(1);
  }
  buildSite();
  let hasFailed = false;
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (named.length > 0 && !named.includes(name)) continue;
    try {
      const sections = await bench();
      console.log(`\n${sections.map(toMarkdown).join('\n\n')}`);
      keepResults(sections);
    } catch (error) {
      hasFailed = true;
      console.error(`The benchmark '${name}' failed:`, error);
    }
  }
  process.exit(hasFailed ? 1 : 0);
}

await main();
