import { remark } from 'remark';
import remarkHtml from 'remark-html';
import { describe, expect, it } from 'vitest';
import { remarkEmails } from '../../lib/markdown/dialect/autolinks';
import { remarkDialect } from '../../lib/markdown/dialect/parser';
import { toHtmlTree } from '../../lib/markdown/html-tree';
import { detectFeatures } from '../../lib/markdown/source';
import { type Example, readCorpus } from './support/corpora';
import { normalizeHtml } from './support/same-html';

interface Settings {
  extensions: boolean;
  breaks: boolean;
  flavour: 'github' | 'specification';
}

/** The same steps as a page's, without what our pages add. */
function render(markdown: string, { extensions, breaks, flavour }: Settings): string {
  const processor = remark().use(remarkDialect, detectFeatures(extensions ? markdown : ''));
  if (extensions) processor.use(remarkEmails);
  const idPrefix = flavour === 'github' ? 'user-content-' : '';
  return String(
    processor
      .use(toHtmlTree, { idPrefix, flavour, breaks })
      .use(remarkHtml, { handlers: { root: (_state, tree) => tree }, sanitize: false })
      .processSync(markdown),
  );
}

function differences(examples: Example[], settings: (example: Example) => Settings): string[] {
  return examples
    .filter(({ markdown, html }, index) => {
      const example = examples[index];
      if (!example) return true;
      return normalizeHtml(render(markdown, settings(example))) !== normalizeHtml(html);
    })
    .map(({ name }) => name);
}

describe('the specifications', () => {
  it('CommonMark, without extensions, is kept completely', () => {
    const examples = readCorpus('commonmark-0.31');
    expect(examples).toHaveLength(652);
    const plain: Settings = { extensions: false, breaks: false, flavour: 'specification' };
    expect(differences(examples, () => plain)).toEqual([]);
  });

  it('CommonMark, with everything on, differs where GitHub links bare addresses', () => {
    const all: Settings = { extensions: true, breaks: false, flavour: 'specification' };
    expect(differences(readCorpus('commonmark-0.31'), () => all)).toEqual([
      'Autolinks #602',
      'Autolinks #606',
      'Autolinks #608',
      'Autolinks #611',
      'Autolinks #612',
    ]);
  });

  it('GFM differs where github.com differs from its specification, or it is older than CommonMark', () => {
    const examples = readCorpus('gfm-spec-0.29');
    expect(examples).toHaveLength(673);
    const asMarked = ({ ext }: Example): Settings => ({
      extensions: ext !== '',
      breaks: false,
      flavour: 'specification',
    });
    expect(differences(examples, asMarked)).toEqual([
      // github.com gives task lists classes.
      'Task list items (extension) #279',
      'Task list items (extension) #280',
      // An address with `+` and a trailing `.` in an example that is not about either.
      'Autolinks (extension) #628',
      // CommonMark 0.31 reads comments as HTML does; 0.29 was stricter.
      'Raw HTML #645',
      'Raw HTML #646',
      // The filter works while sanitising, which this comparison leaves out: see attacks.test.ts.
      'Disallowed Raw HTML (extension) #653',
    ]);
  });

  it('the extensions of cmark-gfm differ in markup that github.com has changed since', () => {
    const all: Settings = { extensions: true, breaks: false, flavour: 'specification' };
    expect(differences(readCorpus('cmark-gfm-extensions'), () => all)).toEqual([
      'Autolinks #20', // Upstream ignores its result: it only must not crash.
      'HTML tag filter #22', // As above, while sanitising.
      'Footnotes #23', // github.com's footnotes have other names and a heading.
      'Task lists #26', // Classes again.
      'Task lists #27',
      'Task lists #28',
    ]);
  });
});

describe('HTML made by GitHub', () => {
  it('is ours too, but for two cases', () => {
    const examples = readCorpus('github-fixtures-micromark');
    expect(examples).toHaveLength(35);
    const asGitHub = ({ mode }: Example): Settings => ({
      extensions: true,
      breaks: mode === 'comment',
      flavour: 'github',
    });
    expect(differences(examples, asGitHub)).toEqual([
      // A footnote inside a link: GitHub counts one that it does not show.
      'footnote/footnotes-in-constructs',
      // GitHub keeps an escaped pipe after an escaped backslash in one cell, against its own rules.
      'table/some-escapes',
    ]);
  });
});
