/**
 * Markdown → safe HTML, in the thread that asks. Pages use `renderMarkdown` of `index.ts`, which runs
 * this in a worker with a budget.
 *
 * remark parses, remark-html compiles and sanitises; between them the tree is already HTML's, so that
 * the sanitising stays the last step whatever was added before.
 */
import type { ElementContent, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkHtml from 'remark-html';
import type { Plugin } from 'unified';
import { VFile } from 'vfile';
import { prepareHighlighters } from './code/highlighter';
import { decorate } from './decorate';
import { refuseTooDeep } from './depth';
import { remarkEmails } from './dialect/autolinks';
import { displayDoubledDollars } from './dialect/maths';
import { remarkDialect } from './dialect/parser';
import { codeBlocks } from './dialect/prose';
import { remarkReferences } from './dialect/references';
import { markAlerts } from './features/alerts';
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
 * @throws RangeError when it is nested too deeply for the stack, or deeper than browsers keep apart
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
  if (features.maths) processor.use(displayDoubledDollars);
  if (features.references) processor.use(remarkReferences);
  return processor
    .use(loadLanguages)
    .use(toHtmlTree, { idPrefix: '', flavour: 'github', breaks: true })
    .use(features.alerts ? [markAlerts] : [])
    .use(decorateTree, features)
    .use(remarkHtml, {
      handlers: { root: openEnvelope },
      sanitize: pageSchema,
    })
    .freeze();
}

/** Highlighting is synchronous; its grammars are loaded before it begins. */
const loadLanguages: Plugin<[], Root> = () => async (tree) => {
  const flags = new Set<string>();
  for (const { lang } of codeBlocks(tree)) if (lang) flags.add(lang);
  if (flags.size > 0) await prepareHighlighters(flags);
};

/**
 * What remark-html gets: it would look through a tree for Markdown's definitions, so ours is handed
 * over sealed.
 */
interface Envelope extends Root {
  tree: HtmlRoot;
}

function openEnvelope(_state: unknown, envelope: Envelope): ElementContent[] {
  return envelope.tree.children.filter((node): node is ElementContent => node.type !== 'doctype');
}

const decorateTree: Plugin<[Features], HtmlRoot, Root> = (features) => (tree, file) => {
  const { page } = file.data;
  if (!page) throw new Error('A render needs its page in the file’s data.');
  refuseTooDeep(tree);
  decorate(tree, page, features);
  file.data.text = plainText(tree);
  const envelope: Envelope = { type: 'root', children: [], tree };
  return envelope;
};
