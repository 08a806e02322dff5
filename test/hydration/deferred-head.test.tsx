/** The guard: only what can be loaded later is taken out of a page. */
import { expect, it } from 'vitest';
import { describeScripts } from '../../lib/hydration/deferred-head';

const manifest = <script src="/_next/static/b/_buildManifest.js" />;
// biome-ignore lint/security/noDangerouslySetInnerHtml: as Next writes it
const load = (html: string) => <script dangerouslySetInnerHTML={{ __html: html }} />;

it('takes files in their order, and what the loader has to know', () => {
  const bootstrap = ['a', 'b'].map(
    (chunk) =>
      `(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["${chunk}"]});`,
  );
  const file = <script key="a" src="/_next/a.js" />;
  expect(describeScripts([load(bootstrap.join('\n')), file, null, manifest])).toEqual({
    scripts: ['/_next/a.js', '/_next/static/b/_buildManifest.js'],
    loads: '[{"otherChunks":["a"]},{"otherChunks":["b"]}]',
  });
});

it.each([
  ['a script it does not know', [load('alert(1)'), manifest]],
  ['another kind of element', [<link key="l" href="/a.js" />, manifest]],
  ['a list without the build manifest', [<script key="a" src="/_next/a.js" />]],
])('refuses %s', (_what, elements) => {
  expect(() => describeScripts(elements)).toThrow('lib/hydration/deferred-head.tsx');
});
