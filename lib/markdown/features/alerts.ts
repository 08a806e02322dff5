/** `> [!NOTE]` and its kin, which GitHub knows at the top level only. */
import type { Root, RootContent } from 'hast';
import rehypeGithubAlert from 'rehype-github-alert';
import type { Plugin } from 'unified';

/** Turns alerts into GitHub's markup. */
export const markAlerts: Plugin<[], Root> = () => {
  const transform = rehypeGithubAlert();
  return (tree) => {
    tree.children = tree.children.map((node) => (isQuote(node) ? marked(node) : node));
  };

  /** The plugin goes through all it is given, so it is given the quote alone. */
  function marked(quote: RootContent): RootContent {
    const alone: Root = { type: 'root', children: [quote] };
    transform(alone);
    return alone.children[0] ?? quote;
  }
};

function isQuote(node: RootContent): boolean {
  return node.type === 'element' && node.tagName === 'blockquote';
}
