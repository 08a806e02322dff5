/** `npm run doctor`: the settings are those the site would start with, `.env` files included. */
import nextEnv from '@next/env';

nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error });
// What the build puts into every address; before anything reads it.
process.env.__NEXT_ROUTER_BASEPATH = process.env.BASE_PATH?.trim().replace(/\/+$/, '') ?? '';
// Whoever reads along, such as `head`, may have read enough.
process.stdout.on('error', () => {});
const { doctor } = await import('./doctor');
process.exitCode = await doctor({
  env: process.env,
  fix: process.argv.includes('--fix'),
  colors: process.stdout.isTTY === true && !process.env.NO_COLOR,
  print: (line) => console.log(line),
});
