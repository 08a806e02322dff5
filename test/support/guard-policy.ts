/**
 * Set up for every test of the built site: whatever a browser does in it, the content security policy
 * has nothing to stop. A test that makes a browser break the policy on purpose calls
 * `expectedViolations` and looks at them itself.
 */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterEach, expect } from 'vitest';

const seen: string[] = [];

/** @returns what was stopped so far, and forgets it */
export function expectedViolations(): string[] {
  return seen.splice(0);
}

afterEach(() => {
  expect(expectedViolations(), 'what the content security policy stopped').toEqual([]);
});

const launch = chromium.launch.bind(chromium);
chromium.launch = async (options) => watchBrowser(await launch(options));

/** `newPage` makes its context by `newContext`, too. */
function watchBrowser(browser: Browser): Browser {
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    await watchContext(context);
    return context;
  };
  return browser;
}

async function watchContext(context: BrowserContext): Promise<void> {
  // Without scripts the console is all there is.
  context.on('console', (message) => {
    if (/content security policy|'Trusted\w+'/i.test(message.text())) seen.push(message.text());
  });
  await context.exposeBinding('noteViolation', (_source, text: string) => {
    seen.push(text);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, documentURI, sample } = event;
      const note: unknown = Reflect.get(window, 'noteViolation');
      if (typeof note === 'function') {
        note(`${violatedDirective} stopped ${blockedURI} ${sample} on ${documentURI}`);
      }
    });
  });
}
