/** Whether a page can be used by everybody, as far as a machine can tell. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** @returns what axe finds on a page, in short */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const runner: typeof axe = Reflect.get(window, 'axe');
    const { violations } = await runner.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' | ')}`,
    );
  });
}
