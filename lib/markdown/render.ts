/**
 * Markdown → safe HTML, in the thread that asks. Pages use `renderMarkdown` of `index.ts`, which runs
 * this in a worker with a budget.
 *
 * remark parses, remark-html compiles and sanitises; between them the tree is already HTML's, so that
 * the sanitising stays the last step whatever was added before.
 */
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeGithubAlert from 'rehype-github-alert';
import { remark } from 'remark';
import remarkBreaks from 'remark-breaks';
import remarkHtml from 'remark-html';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { prepareHighlighters } from './code/highlighter';
import { decorate } from './decorate';
import { remarkEmails } from './dialect/autolinks';
import { remarkDialect } from './dialect/parser';
import { remarkReferences } from './dialect/references';
import { toHtmlTree } from './html-tree';
import { createPage, type Page } from './page';
import { plainText } from './plain-text';
import { pageSchema } from './sanitize';
import { cleanSource, detectFeatures, type Features, featuresKey } from './source';
import { summarizeMarkdown } from './summarize';
import type { MarkdownContext, RenderedMarkdown } from './types';

declare module 'vfile' {
  interface DataMap {
    page: Page;
    text: string;
  }
}

/**
 * Renders a body, metadata already taken off.
 * @throws RangeError when it is nested too deeply for the stack
 */
export async function renderMarkdownNow(
  body: string,
  context: MarkdownContext,
): Promise<RenderedMarkdown> {
  const source = cleanSource(body);
  const page = createPage(context);
  const file = new VFile({ value: source, data: { page } });
  await processorFor(detectFeatures(source)).process(file);
  return {
    html: String(file),
    tableOfContents: page.tableOfContents,
    text: file.data.text ?? '',
    ...summarizeMarkdown(source),
    images: page.images,
    links: [...page.links],
    warnings: page.warnings,
    plain: false,
  };
}

const processors = new Map<string, ReturnType<typeof createProcessor>>();

function processorFor(features: Features) {
  const key = featuresKey(features);
  const known = processors.get(key);
  if (known) return known;
  const made = createProcessor(features);
  processors.set(key, made);
  return made;
}

function createProcessor(features: Features) {
  const processor = remark().use(remarkDialect, features);
  if (features.emailAutolink) processor.use(remarkEmails);
  if (features.references) processor.use(remarkReferences);
  return processor
    .use(remarkBreaks)
    .use(loadLanguages)
    .use(toHtmlTree, { idPrefix: '', flavour: 'github' })
    .use(features.alerts ? [rehypeGithubAlert] : [])
    .use(decorateTree, features)
    .use(remarkHtml, {
      handlers: { root: (_state, tree) => tree },
      sanitize: pageSchema,
    })
    .freeze();
}

/** Highlighting is synchronous; its grammars are loaded before it begins. */
const loadLanguages: Plugin<[], Root> = () => async (tree) => {
  const flags = new Set<string>();
  visit(tree, 'code', (node) => {
    if (node.lang) flags.add(node.lang);
  });
  if (flags.size > 0) await prepareHighlighters(flags);
};

const decorateTree: Plugin<[Features], HtmlRoot> = (features) => (tree, file) => {
  const { page } = file.data;
  if (!page) throw new Error('A render needs its page in the file’s data.');
  decorate(tree, page, features);
  file.data.text = plainText(tree);
};
