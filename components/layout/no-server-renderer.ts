/** What browsers get for `react-dom/server`, by `next.config.js`: none of them renders HTML. */
export function renderToStaticMarkup(): string {
  return '';
}
