/** `npm run import`: the settings are those the site would start with, `.env` files included. */
import nextEnv from '@next/env';
import { Presets, SingleBar } from 'cli-progress';
import { importBlog } from './import';
import { reportFailure } from './report-failure';

nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error });
const bar = new SingleBar(
  { format: '{bar} {value}/{total} posts · {eta_formatted} left' },
  Presets.rect,
);
try {
  process.exitCode = await importBlog({
    args: process.argv.slice(2),
    env: process.env,
    print(line) {
      bar.stop();
      console.log(line);
    },
    progress(done, all) {
      if (!process.stdout.isTTY) return;
      if (!bar.isActive) bar.start(all, done);
      else bar.update(done);
      if (done === all) bar.stop();
    },
  });
} catch (error) {
  bar.stop();
  process.exitCode = reportFailure(error);
}
