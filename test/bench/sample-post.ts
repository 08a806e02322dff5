/** Text to measure with: what a technical post holds, repeated with changing words to any size. */

const SECTION = `## Part N: keeping pages fresh

The first thing a reader asks is whether the *page* they see is the **current** one; see [the guide](https://example.org/guide/N "How it works") and \`revalidate(N)\` for details. Thanks to @octocat for the idea in #N and to octo-org/octo-repo#N for the fix :tada:.
It costs about $N, not $10, and a single newline is a line break here.

- A list item with \`code\`, _emphasis_ and https://example.com/path/N?query=value.
- [x] A finished task
- [ ] A task that is still open, with ~~struck~~ words
  1. a nested item that says a little more than the others do
  2. another nested item, so that the list is a list

> [!NOTE]
> An alert that says something useful about part N, in a sentence of ordinary length.

| Metric | Before | After |
| :----- | -----: | ----: |
| Time to first byte | N ms | 12 ms |
| Transferred | 231 KB | 48 KB |

\`\`\`ts
export async function refresh(paths: string[], attempt = N): Promise<number> {
  const started = performance.now();
  for (const path of paths) await revalidate(path, { twice: true, attempt });
  return Math.round(performance.now() - started); // milliseconds
}
\`\`\`

An image follows, and then a paragraph of plain prose that goes on for a while, because most posts are mostly prose: people explain what they did, why they did it and what went wrong on the way, and they do so in sentences that have no markup in them at all.

![A chart of part N](https://example.com/images/chart-N.png)

Press <kbd>Ctrl</kbd> + <kbd>C</kbd> to stop. The formula is $a_N^2 + b^2 = c^2$, and a note[^nN].

[^nN]: The note of part N, with a [link](https://example.net/N).

`;

/** A post of at least `length` characters, cut after a whole section. */
export function samplePost(length: number): string {
  let post = '';
  for (let part = 1; post.length < length; part++) post += SECTION.replaceAll('N', String(part));
  return post;
}

/** Comments of about 500 characters, no two alike. */
export function sampleComments(count: number): string[] {
  return Array.from(
    { length: count },
    (
      _,
      index,
    ) => `@reader${index} I tried this on version ${index}.2 and it **works**, thanks! One thing I noticed, though:

> the page is refreshed twice

Is that needed when \`attempt\` is ${index}? In #${index + 1} you wrote that *one* call is enough. Here is what I ran:

\`\`\`sh
curl -s https://example.com/post/${index} | grep revision
\`\`\`

- first run: ${index} ms
- second run: 12 ms :rocket:

See https://example.com/notes/${index} for the whole log, which is rather long and not very interesting otherwise.`,
  );
}
