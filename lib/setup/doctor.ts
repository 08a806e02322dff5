/** What `npm run doctor` prints: one line a finding, with its remedy. */
import { inspectSettings } from '../inspect-settings';
import { createPublishLabel } from './create-label';
import { type ExamineOptions, examine, hasFailed } from './examine';
import type { Finding } from './finding';

export interface DoctorOptions extends ExamineOptions {
  env: Readonly<Record<string, string | undefined>>;
  print(line: string): void;
  /** Create the label where it is missing. */
  fix?: boolean;
  colors?: boolean;
}

/** @returns the exit status: 1 where anything failed */
export async function doctor({
  env,
  print,
  fix = false,
  colors = false,
  ...options
}: DoctorOptions): Promise<number> {
  const inspection = inspectSettings(env);
  let findings = await examine(inspection, options);
  if (fix && findings.some(({ id, state }) => id === 'label' && state === 'fail')) {
    const result = await createPublishLabel(inspection.config, options);
    if (result.kind === 'refused') print(`The label could not be created: ${result.reason}`);
    else findings = await examine(inspection, options);
  }
  for (const finding of findings) print(formatFinding(finding, colors));
  const failed = hasFailed(findings);
  print(failed ? 'Something stands in the way.' : 'Nothing stands in the way.');
  return failed ? 1 : 0;
}

const MARKS = { ok: '✔', warn: '!', fail: '✘', off: '–' } as const;
/** Green, yellow, red and grey, by their numbers in ECMA-48. */
const COLORS = { ok: 32, warn: 33, fail: 31, off: 90 } as const;

function formatFinding({ id, state, sentence, fix, link }: Finding, colors: boolean): string {
  const mark = colors ? `\u001b[${COLORS[state]}m${MARKS[state]}\u001b[0m` : MARKS[state];
  const remedy = [fix, link && link.length < 200 && link].filter(Boolean).join(' ');
  return `${mark} ${id}: ${sentence}${remedy && ` → ${remedy}`}`;
}
