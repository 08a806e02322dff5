/**
 * `npm run bench`: every benchmark, or those that are named: `npm run bench -- markdown`. Each figure
 * stands beside something run in the same minute, because machines differ and ratios travel.
 */
const BENCHES: Record<string, () => Promise<void>> = {
  lighthouse: async () => (await import('./lighthouse')).printLighthouseBench(),
  markdown: async () => (await import('./markdown')).printMarkdownBench(),
};

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown) {
    const known = Object.keys(BENCHES).join(', ');
    console.error(`There is no benchmark '${unknown}'. There are: ${known}.`);
    process.exit(1);
  }
  for (const [name, print] of Object.entries(BENCHES)) {
    if (named.length === 0 || named.includes(name)) await print();
  }
  process.exit(0);
}

await main();
