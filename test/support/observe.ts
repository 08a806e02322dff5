/**
 * MDN's HTTP Observatory over a server on this machine: `tsx observe.ts HTTP_PORT HTTPS_PORT`, with
 * NODE_EXTRA_CA_CERTS naming the authority to trust. Prints what it found as JSON. Its own `scan` only
 * knows the usual ports, so that its parts are put together here.
 */
import fs from 'node:fs';
import { ALL_TESTS } from '@mdn/mdn-http-observatory/src/constants.js';
import { getGradeForScore, getScoreModifier } from '@mdn/mdn-http-observatory/src/grader/grader.js';
import { retrieve } from '@mdn/mdn-http-observatory/src/retriever/retriever.js';

// The list of preloaded hosts would be downloaded; this one is not on it.
const { readFileSync } = fs;
Reflect.set(fs, 'readFileSync', (file: unknown, ...rest: unknown[]) =>
  String(file).endsWith('hsts-preload.json')
    ? '{}'
    : Reflect.apply(readFileSync, fs, [file, ...rest]),
);

const [httpPort, httpsPort] = process.argv.slice(2).map(Number);
const found = await retrieve('localhost', { httpPort, httpsPort });
const tests: Record<string, unknown> = {};
let score = 100;
for (const test of ALL_TESTS) {
  const output = test(found);
  const { result, pass } = output;
  const modifier = getScoreModifier(result);
  score += modifier;
  tests[output.constructor.name] = { result, pass, modifier };
}
console.log(JSON.stringify({ ...getGradeForScore(score), tests }));
process.exit(0);
