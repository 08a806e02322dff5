/** What benchmarks found, on the screen and in RESULTS.md. Ratios come first: machines differ. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { version } from '../../package.json';

export interface Section {
  title: string;
  /** What the figures are, in a sentence or two. */
  note: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

const FILE = 'test/bench/RESULTS.md';

/** Puts sections in the place of those of the same title; the others stay as they were measured. */
export function keepResults(sections: readonly Section[]): void {
  const known = new Map<string, string>();
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  for (const part of before.split(/^(?=## )/m).slice(1)) {
    known.set(/^## (.*)/.exec(part)?.[1] ?? '', part.trim());
  }
  for (const section of sections) known.set(section.title, toMarkdown(section));
  const intro = [
    '# What was measured',
    'Written by `npm run bench`, which replaces the sections it measures. Each figure stands beside',
    'something run in the same minutes; the ratios are what to look at.',
  ];
  writeFileSync(
    FILE,
    `${intro[0]}\n\n${intro.slice(1).join('\n')}\n\n${[...known.values()].join('\n\n')}\n`,
  );
}

export function toMarkdown({ title, note, head, rows }: Section): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, place) => (place === 0 ? '---' : '--:'));
  return [
    `## ${title}`,
    '',
    note,
    '',
    line(head),
    line(rule),
    ...rows.map(line),
    '',
    machine(),
  ].join('\n');
}

/** The machine that measured, without its name. */
function machine(): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = /^[\d.]+/.exec(
    existsSync('/proc/loadavg') ? readFileSync('/proc/loadavg', 'utf8') : '',
  );
  const parts = [
    `${cpus().length} cores (${cpu?.model.trim()}), shared`,
    `${gigabytes} GB`,
    `${type()} ${release().split('-')[0]}`,
    `Node ${process.version}`,
    versionOf('nginx', ['-v']),
    `Issuepress ${version}`,
    `load ${load?.[0] ?? 'unknown'} at the end`,
    new Date().toISOString().slice(0, 10),
  ];
  return `_${parts.filter(Boolean).join(' · ')}_`;
}

function versionOf(program: string, args: string[]): string {
  try {
    const output = execFileSync('sh', ['-c', `${program} ${args.join(' ')} 2>&1`], {
      encoding: 'utf8',
    });
    return output.replace(/.*?([\w]+)\/([\d.]+)[\s\S]*/, '$1 $2').trim();
  } catch {
    return '';
  }
}

export function ratio(ours: number, theirs: number): string {
  const share = ours / theirs;
  return `${share < 0.1 ? share.toPrecision(1) : share.toFixed(2)} ×`;
}

export function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}
