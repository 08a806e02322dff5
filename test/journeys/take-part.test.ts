/** Readers who answer and react where they read, in a real browser. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { asAuthor, asReader, control, type GitHubUser } from '../support/github';
import { frameworkOf, openReader, type Reader } from '../support/reader';
import { type Person, signInBrowser } from '../support/sign-in';
import { startTestSite, type TestSite, until } from '../support/site';
import { violationsOn } from '../support/violations';

let site: TestSite;
let browser: Browser;
let author: GitHubUser;
const open: Reader[] = [];

beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), launchBrowser()]);
  author = asAuthor(site.sandbox);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

afterEach(async () => {
  await fail('ok');
  await Promise.all(open.splice(0).map((reader) => reader.close()));
});

const fail = (mode: string) =>
  control(site.sandbox, 'POST', '/faults', { api: { mode, ms: 0 }, webhooks: {} });

async function publish(title: string): Promise<number> {
  const number = await author.createIssue({
    title,
    body: 'Some text to quote.',
    labels: ['Publish'],
  });
  await until(async () => (await fetch(`${site.url}/post/${number}`)).ok, 60_000);
  await until(async () => (await author.comments(number)).length === 1);
  return number;
}

/** A reader on a post's page, signed in or not. */
async function visit(
  number: number,
  person: Person | null,
  options: BrowserContextOptions = {},
): Promise<Reader> {
  const reader = await openReader(browser, options);
  open.push(reader);
  if (person) await signInBrowser(site, reader.page.context(), person);
  await reader.page.goto(`${site.url}/post/${number}`);
  return reader;
}

const formOf = (page: Page) => page.getByRole('form', { name: 'Your comment', exact: true });
const fieldOf = (page: Page) => page.getByRole('textbox', { name: 'Your comment', exact: true });
const commentOf = (page: Page, text: string) =>
  page.getByRole('article', { name: /^Comment by/ }).filter({ hasText: text });

/** Scrolls down, as readers do. */
async function reachForm(page: Page) {
  await page.locator('#comment-form').scrollIntoViewIfNeeded();
  await fieldOf(page).waitFor();
}

async function send(page: Page, text: string): Promise<void> {
  await fieldOf(page).fill(text);
  await formOf(page).getByRole('button', { name: 'Comment', exact: true }).click();
}

describe('a reader', () => {
  it('signs in, comments, edits, reacts and deletes; others see it live', async () => {
    const number = await publish('A whole journey');
    const other = await visit(number, null);
    const reader = await visit(number, null);
    const { page } = reader;
    await page.getByRole('link', { name: 'Sign in to comment' }).click();
    await page.getByLabel('Continue as').selectOption('hubot');
    await page.getByRole('button', { name: /^Authorize/ }).click();
    await page.waitForURL(`**/post/${number}/a-whole-journey**`);
    await reachForm(page);

    await send(page, 'Said **here**.');
    await commentOf(page, 'Said here.').locator('strong').waitFor();
    await commentOf(other.page, 'Said here.').waitFor({ state: 'attached' });

    await commentOf(page, 'Said here.').getByRole('button', { name: 'Edit' }).click();
    const edit = page.getByRole('textbox', { name: 'Your comment, being edited' });
    await edit.fill('Said *better*.');
    await page.getByRole('button', { name: 'Save' }).click();
    await commentOf(page, 'Said better.').locator('em').waitFor();
    await commentOf(other.page, 'Said better.').waitFor({ state: 'attached' });

    const comment = commentOf(page, 'Said better.');
    await comment.getByRole('button', { name: 'React' }).click();
    await comment.getByRole('button', { name: 'rocket' }).click();
    const rocket = comment.getByRole('button', { name: /^rocket 1 from you/ });
    await rocket.waitFor();
    expect(await rocket.getAttribute('aria-pressed')).toBe('true');
    await commentOf(other.page, 'Said better.').getByText('rocket').waitFor({ state: 'attached' });
    await rocket.click();
    await rocket.waitFor({ state: 'detached' });
    await until(
      async () => (await commentOf(other.page, 'Said better.').getByText('rocket').count()) === 0,
    );

    await comment.getByRole('button', { name: 'Delete' }).click();
    await comment
      .getByRole('group', { name: /for good/ })
      .getByRole('button', { name: 'Delete' })
      .click();
    await comment.waitFor({ state: 'detached' });
    await commentOf(other.page, 'Said better.').waitFor({ state: 'detached' });
    expect(await author.comments(number)).toHaveLength(1);
    expect(reader.complaints).toEqual([]);
    expect(other.complaints).toEqual([]);
  });

  it('who is not signed in loads nothing of it', async () => {
    const number = await publish('Only read');
    const reader = await visit(number, null);
    const { page } = reader;
    await page.locator('#comment-form').scrollIntoViewIfNeeded();
    await page.getByRole('link', { name: 'Sign in to comment' }).focus();
    await page.keyboard.press('Tab');
    await page.waitForTimeout(1_000);
    expect(frameworkOf(reader)).toEqual([]);
    await asReader(site.sandbox).comment(number, 'Loads the framework.');
    await commentOf(page, 'Loads the framework.').waitFor({ state: 'attached' });
    expect(await page.getByRole('button', { name: 'React' }).count()).toBe(0);
  });

  it('without JavaScript has a link to GitHub for everything', async () => {
    const number = await publish('Plain');
    const id = await asReader(site.sandbox).comment(number, 'A plain comment.');
    await until(async () =>
      (await (await fetch(`${site.url}/post/${number}`)).text()).includes('A plain comment.'),
    );
    const { page } = await visit(number, 'reader', { javaScriptEnabled: false });
    expect(await page.locator('main').textContent()).toContain('A plain comment.');
    const hrefOf = (name: string) =>
      page.locator('main').getByRole('link', { name, exact: true }).getAttribute('href');
    expect(await hrefOf('Comment on GitHub')).toContain(`/issues/${number}#new_comment_field`);
    expect(await hrefOf('On GitHub')).toContain(`#issuecomment-${id}`);
    expect(await hrefOf(`This post is issue #${number} on GitHub`)).toContain(`/issues/${number}`);
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
  });
});

describe('a comment that is being sent', () => {
  it('stands in its place at once, and is the same element when the page has it', async () => {
    const number = await publish('No flicker');
    const { page } = await visit(number, 'reader');
    await reachForm(page);
    await page.evaluate(() => {
      const seen: number[] = [];
      const list = document.querySelector('#discussion ol');
      new MutationObserver(() => {
        seen.push(
          [...document.querySelectorAll('#discussion li')].filter((li) =>
            li.textContent?.includes('Only once'),
          ).length,
        );
        Reflect.set(
          window,
          'first',
          Reflect.get(window, 'first') ?? list?.querySelector('li:last-child'),
        );
      }).observe(list ?? document, { childList: true, subtree: true, characterData: true });
      Reflect.set(window, 'seen', seen);
    });
    await page.route('**/api/posts/*/comments', async (route) => {
      const response = await route.fetch();
      // The webhook is faster than the answer.
      await commentOf(page, 'Only once').first().waitFor();
      await page.waitForTimeout(1_500);
      await route.fulfill({ response });
    });
    await send(page, 'Only once.');
    await page.getByRole('status').filter({ hasText: 'published' }).waitFor();
    await asReader(site.sandbox).comment(number, 'And another.');
    await commentOf(page, 'And another.').waitFor();
    const { seen, isSame } = await page.evaluate(() => ({
      seen: Reflect.get(window, 'seen') as number[],
      isSame: Reflect.get(window, 'first') === document.querySelector('#discussion li'),
    }));
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set([1]));
    expect(isSame).toBe(true);
    expect(await fieldOf(page).inputValue()).toBe('');
  });

  it('is taken back when GitHub fails, with its text, and posted once in the end', async () => {
    const number = await publish('Failing');
    const { page } = await visit(number, 'reader');
    await reachForm(page);
    await fail('down');
    await send(page, 'Do not lose me.');
    await page.getByRole('alert').filter({ hasText: 'GitHub does not answer' }).waitFor();
    expect(await commentOf(page, 'Do not lose me.').count()).toBe(0);
    expect(await fieldOf(page).inputValue()).toBe('Do not lose me.');
    await page.reload();
    await reachForm(page);
    expect(await fieldOf(page).inputValue()).toBe('Do not lose me.');
    await fail('lost-answer');
    await fieldOf(page).press('Control+Enter');
    await commentOf(page, 'Do not lose me.').waitFor();
    await fail('ok');
    await page.getByRole('status').filter({ hasText: 'published' }).waitFor();
    expect(
      (await author.comments(number)).filter((body) => body === 'Do not lose me.'),
    ).toHaveLength(1);
    await page.reload();
    await reachForm(page);
    expect(await fieldOf(page).inputValue()).toBe('');
  });

  it('by a reader whose sign-in was revoked is kept, and they are asked to sign in', async () => {
    const number = await publish('Revoked');
    const { page } = await visit(number, 'reader');
    await reachForm(page);
    await control(site.sandbox, 'POST', '/tokens/revoke', { login: 'hubot' });
    await send(page, 'Kept for later.');
    await page.getByRole('alert').filter({ hasText: 'signed out' }).waitFor();
    await page.getByRole('alert').getByRole('link', { name: 'Sign in again' }).waitFor();
    expect(await fieldOf(page).inputValue()).toBe('Kept for later.');
    await signInBrowser(site, page.context(), 'reader');
    await page.reload();
    await reachForm(page);
    expect(await fieldOf(page).inputValue()).toBe('Kept for later.');
  });

  it('after the post was locked is refused, and the text is still there', async () => {
    const number = await publish('Locked meanwhile');
    const { page } = await visit(number, 'reader');
    await reachForm(page);
    await fieldOf(page).fill('A last word.');
    await control(site.sandbox, 'POST', '/faults', { webhooks: { drop: 1 } });
    await author.call('PUT', `/issues/${number}/lock`, {});
    await formOf(page).getByRole('button', { name: 'Comment', exact: true }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: 'Comments on this post are closed.' })
      .waitFor();
    expect(await fieldOf(page).inputValue()).toBe('A last word.');
    await page.reload();
    await page.locator('#comment-form').scrollIntoViewIfNeeded();
    await page.getByText('A last word.').waitFor();
    expect(await fieldOf(page).count()).toBe(0);
  });
});

describe('two tabs', () => {
  it('share a draft, and send it once', async () => {
    const number = await publish('Two tabs');
    const { page } = await visit(number, 'reader');
    await reachForm(page);
    const second = await page.context().newPage();
    await second.goto(`${site.url}/post/${number}`);
    await reachForm(second);
    await fieldOf(page).fill('Written in one.');
    await until(async () => (await fieldOf(second).inputValue()) === 'Written in one.');
    await Promise.all([
      fieldOf(page).press('Control+Enter'),
      fieldOf(second).press('Control+Enter'),
    ]);
    await commentOf(page, 'Written in one.').waitFor();
    await until(async () => (await fieldOf(second).inputValue()) === '');
    const said = async () =>
      (await author.comments(number)).filter((body) => body === 'Written in one.').length;
    await until(async () => (await said()) > 0);
    await page.waitForTimeout(1_000);
    expect(await said()).toBe(1);
    expect(await commentOf(page, 'Written in one.').count()).toBe(1);
  });
});

describe('an edit', () => {
  it('keeps its text when the comment is deleted elsewhere', async () => {
    const number = await publish('Edited and deleted');
    const { page } = await visit(number, 'reader');
    await reachForm(page);
    await send(page, 'Short-lived.');
    const comment = commentOf(page, 'Short-lived.');
    await comment.getByRole('button', { name: 'Edit' }).click();
    const edit = page.getByRole('textbox', { name: 'Your comment, being edited' });
    await edit.fill('A long afterthought.');
    const comments = await author.call('GET', `/issues/${number}/comments`);
    const own = Array.isArray(comments) ? comments.at(-1) : null;
    await author.call('DELETE', `/issues/comments/${own.id}`);
    await asReader(site.sandbox).comment(number, 'Something newer.');
    await commentOf(page, 'Something newer.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'not here any more' }).waitFor();
    expect(await edit.inputValue()).toBe('A long afterthought.');
  });

  it("is offered to nobody whose comment it is not, but to the blog's owner", async () => {
    const number = await publish('Rights');
    await author.call('POST', `/issues/${number}/comments`, { body: 'By the author.' });
    await until(async () =>
      (await (await fetch(`${site.url}/post/${number}`)).text()).includes('By the author.'),
    );
    const { page } = await visit(number, 'reader');
    await reachForm(page);
    expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
    const owner = await visit(number, 'author');
    await reachForm(owner.page);
    await owner.page.getByRole('button', { name: 'Edit' }).waitFor();
  });
});

describe('the form', () => {
  it('previews a text as its page shows it', async () => {
    const number = await publish('Previewed');
    const { page } = await visit(number, 'reader');
    await reachForm(page);
    await fieldOf(page).fill('A **bold** claim, see #1.\n\n```js\nlet a;\n```');
    await page.getByRole('tab', { name: 'Preview' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Preview' });
    await panel.locator('strong', { hasText: 'bold' }).waitFor();
    await panel.getByRole('button', { name: 'Copy' }).waitFor();
    const preview = await panel.locator('.article p').first().innerHTML();
    await page.getByRole('tab', { name: 'Write' }).click();
    await formOf(page).getByRole('button', { name: 'Comment', exact: true }).click();
    const shown = commentOf(page, 'A bold claim').locator('.article p').first();
    await shown.locator('strong').waitFor();
    expect(await shown.innerHTML()).toBe(preview);
  });

  it('takes a quotation, also from a reader who has not reached it yet', async () => {
    const number = await publish('Quoted');
    const { page } = await visit(number, 'reader', { viewport: { width: 390, height: 300 } });
    await page.locator('#article p').first().selectText();
    await page.getByRole('button', { name: 'Quote' }).click();
    await until(async () => (await fieldOf(page).count()) > 0);
    expect(await fieldOf(page).inputValue()).toContain('> Some text to quote.');
    await page.locator('#article p').first().selectText();
    await page.getByRole('button', { name: 'Quote' }).click();
    await until(
      async () => (await fieldOf(page).inputValue()).split('> Some text to quote.').length === 3,
    );
  });

  it('marks text up by buttons and by keys', async () => {
    const number = await publish('Marked up');
    const { page } = await visit(number, 'reader');
    await reachForm(page);
    await fieldOf(page).fill('word');
    await fieldOf(page).selectText();
    await fieldOf(page).press('Control+b');
    expect(await fieldOf(page).inputValue()).toBe('**word**');
    await fieldOf(page).fill('word');
    await fieldOf(page).selectText();
    await page.getByRole('button', { name: 'Quotation' }).click();
    expect(await fieldOf(page).inputValue()).toContain('> word');
  });

  it('does not send too much or nothing', async () => {
    const number = await publish('Bounds');
    const { page } = await visit(number, 'reader');
    await reachForm(page);
    const button = formOf(page).getByRole('button', { name: 'Comment', exact: true });
    expect(await button.isDisabled()).toBe(true);
    await fieldOf(page).fill('é'.repeat(65_537));
    await formOf(page).getByText('1 character too many').waitFor();
    expect(await button.isDisabled()).toBe(true);
    await fieldOf(page).press('Control+Enter');
    expect(await author.comments(number)).toHaveLength(1);
  });

  it('is used by the keyboard alone', async () => {
    const number = await publish('By keys');
    const { page } = await visit(number, 'reader');
    await reachForm(page);
    // A reaction: Tab to the button, open, choose by arrow-free Tab, press.
    await page.getByRole('button', { name: 'React' }).first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const thumbsDown = page.getByRole('button', { name: /^thumbs down 1/ });
    await thumbsDown.waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'React',
    );
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('group', { name: 'React', exact: true }).count()).toBe(0);
    // From the field: tabs and toolbar lie before it, the button after it.
    await fieldOf(page).focus();
    await page.keyboard.type('Typed.');
    await page.keyboard.press('Shift+Tab');
    expect(
      await page.evaluate(() => document.activeElement?.closest('[role="toolbar"]') !== null),
    ).toBe(true);
    await page.getByRole('tab', { name: 'Write' }).focus();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tabpanel', { name: 'Preview' }).getByText('Typed.').waitFor();
    await page.keyboard.press('ArrowLeft');
    await fieldOf(page).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await commentOf(page, 'Typed.').waitFor();
    await until(async () => (await author.comments(number)).includes('Typed.'));
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    const number = await publish(`Accessible, ${colorScheme}`);
    const { page } = await visit(number, 'reader', { colorScheme });
    await reachForm(page);
    await send(page, 'A comment of mine.');
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Your comment, being edited' }).waitFor();
    await fieldOf(page).fill('é'.repeat(65_537));
    await page.getByRole('button', { name: 'React' }).first().click();
    await page.getByRole('button', { name: 'heart' }).click();
    await page.getByRole('button', { name: /^heart 1/ }).waitFor();
    await page.getByRole('button', { name: 'React' }).first().click();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Preview' }).last().click();
    expect(await violationsOn(page)).toEqual([]);
  });
});
