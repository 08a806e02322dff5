/** `npm run doctor`: the settings are those the site would start with, `.env` files included. */
import nextEnv from '@next/env';
import { doctor } from './doctor';

nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error });
process.exitCode = await doctor({
  env: process.env,
  fix: process.argv.includes('--fix'),
  colors: process.stdout.isTTY === true && !process.env.NO_COLOR,
  print: (line) => console.log(line),
});
