/** Every view is valid HTML, says what it is in microformats, and carries no style of its own. */
import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, it } from 'vitest';
import { tidyHtml } from '../../lib/pages/tidy-html';
import { type RenderedViews, renderViews } from './rendered-views';

let views: RenderedViews;

beforeAll(async () => {
  views = await renderViews();
}, 60_000);

it('is valid in every view and language', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:standard'],
  });
  const found: string[] = [];
  for (const name of views.pageNames) {
    for (const language of ['en', 'ar']) {
      const report = await validator.validateString(tidyHtml(views.renderPage(name, language)));
      for (const { messages } of report.results) {
        for (const { ruleId, message, selector } of messages) {
          found.push(`${name} (${language}) ${ruleId}: ${message} at ${selector}`);
        }
      }
    }
  }
  expect(found).toEqual([]);
}, 60_000);

it('has no style attribute anywhere', () => {
  for (const name of views.pageNames) {
    expect(views.renderPage(name)).not.toMatch(/<[^>]+\sstyle=/);
  }
});

it('is small: at most 12 KB of styles, gzipped', async () => {
  const { gzipSync } = await import('node:zlib');
  expect(gzipSync(views.css).length).toBeLessThanOrEqual(12 * 1024);
});
