/**
 * Markdown → safe HTML, in the thread that asks. Pages use `renderMarkdown` of `index.ts`, which runs
 * this in a worker with a budget.
 *
 * remark parses, remark-html compiles and sanitises; between them the tree is already HTML's, so that
 * the sanitising stays the last step whatever was added before.
 */
import type { Root as HtmlRoot, Nodes } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import type { Root } from 'mdast';
import rehypeGithubAlert from 'rehype-github-alert';
import { remark } from 'remark';
import remarkBreaks from 'remark-breaks';
import remarkHtml from 'remark-html';
import remarkRehype from 'remark-rehype';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { prepareHighlighters } from './code/highlighter';
import { decorate } from './decorate';
import { remarkDialect } from './dialect/parser';
import { remarkReferences } from './dialect/references';
import { createPage, type Page } from './page';
import { plainText } from './plain-text';
import { pageSchema, strangerSchema } from './sanitize';
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
  if (features.references) processor.use(remarkReferences);
  return processor
    .use(remarkBreaks)
    .use(loadLanguages)
    .use(toHtmlTree)
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
    if (node.meta) node.data = { ...node.data, hProperties: { dataMeta: node.meta } };
  });
  if (flags.size > 0) await prepareHighlighters(flags);
};

/** Turns the Markdown tree into an HTML tree holding only what a stranger may write. */
const toHtmlTree: Plugin<[], Root, HtmlRoot> = () => (tree, file) => {
  let html = false;
  visit(tree, 'html', () => {
    html = true;
    return false;
  });
  const convert = remarkRehype({ allowDangerousHtml: true, clobberPrefix: '' });
  const converted = convert.call(undefined, tree, file);
  // Without raw HTML every element and attribute was made here; addresses are checked at the end.
  if (!html) return rootOf(converted);
  return rootOf(sanitize(raw(converted, { file, tagfilter: true }), strangerSchema));
};

function rootOf(node: Nodes): HtmlRoot {
  return node.type === 'root'
    ? node
    : { type: 'root', children: node.type === 'doctype' ? [] : [node] };
}

const decorateTree: Plugin<[Features], HtmlRoot> = (features) => (tree, file) => {
  const { page } = file.data;
  if (!page) throw new Error('A render needs its page in the file’s data.');
  decorate(tree, page, features);
  file.data.text = plainText(tree);
};
