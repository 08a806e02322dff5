/** A long post: what the demo's posts say, one after the other. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SEED = 'lib/sandbox/seed';

/** Some 15 KB of Markdown. Without diagrams, which bring a library of their own when they come near. */
export function longPost(): { title: string; body: string } {
  const texts = readdirSync(SEED)
    .filter((name) => /^(?:0|1[0-5]).*\.md$/.test(name))
    .sort()
    .map((name) => readFileSync(path.join(SEED, name), 'utf8'))
    .map((text) =>
      text.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/^```mermaid[\s\S]*?^```$/gm, ''),
    );
  const body = `${texts.join('\n\n')}\n\nThe last line of the long post.\n`;
  return { title: 'Everything that was ever said here, in one piece', body };
}
