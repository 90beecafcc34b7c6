// The design page in a real browser: every primitive in every state, at both widths and themes, without an accessibility
// violation and without breaking the strict policy; then the keyboard's promises.
import { execFileSync } from 'node:child_process';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_LOAD_LIMIT, firstLoadScript } from '../../scripts/building/web.ts';
import { root } from '../../scripts/root.ts';
import { serveWeb, startBrowser, type StaticWeb } from './static-web.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [{ name: 'desk', width: 1440, height: 1000 }, { name: 'phone', width: 390, height: 844 }] as const;
const THEMES = ['light', 'dark'] as const;

let web: StaticWeb;
let browser: Browser;

beforeAll(async () => {
  // In a process of its own: the test runner's NODE_ENV would put React's development build into the bundle.
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'inherit'] });
  web = await serveWeb();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
});

/** A page with what it complained about while it lived. */
async function open(size: { readonly width: number; readonly height: number }, theme: 'light' | 'dark', path = '/_design'): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: size.width, height: size.height }, reducedMotion: 'reduce' });
  await context.addInitScript(`localStorage.setItem('throughline.theme', '${theme}')`);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()); });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  await page.goto(`${web.address}${path}`);
  await page.locator('main h1').waitFor();
  await page.locator('.skeleton').first().waitFor();
  return { page, context, complaints };
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim() ?? ''})`));
}

const openNumber = (page: Page): Promise<string | null> => page.evaluate('new URL(location.href).searchParams.get("why")');

describe.each(WIDTHS)('the design page on a $name', (size) => {
  it.each(THEMES)('has no accessibility violation and obeys the strict policy in the %s theme, with panel, palette, keys and dialog open too', async (theme) => {
    const { page, context, complaints } = await open(size, theme);
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe(theme);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.width);

    await page.locator('main h1 .number').first().click();
    await page.locator('#why .why-number').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+k');
    await page.locator('.palette .menu-item').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.palette').waitFor({ state: 'detached' });

    await page.evaluate('document.activeElement?.blur()');
    await page.keyboard.press('?');
    await page.locator('.keysheet').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.keysheet').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Open a dialog' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Show a toast' }).click();
    await page.locator('.toast').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shows its pictures as tables without a violation', async () => {
    const { page, context } = await open(size, 'light');
    const table = page.getByRole('button', { name: 'Table', exact: true });
    const pictures = await table.count();
    for (let left = pictures; left > 0; left -= 1) await table.first().click();
    expect(pictures).toBeGreaterThan(3);
    expect(await page.locator('figure table').count()).toBe(pictures);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});

describe('windows between and below', () => {
  it.each([320, 721, 768, 1024, 1181])('reflow at %i px without scrolling sideways, with a number open too', async (width) => {
    const { page, context } = await open({ width, height: 800 }, 'light', '/_design?why=orphans');
    await page.locator('#why .why-number').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await context.close();
  });
});

describe('the keyboard', () => {
  it('opens a number, walks to the next, closes and gives the focus back', async () => {
    const { page, context } = await open(WIDTHS[0], 'light');
    await page.locator('main h1 .number').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('#why .why-number').waitFor();
    expect(await openNumber(page)).toBe('open-goal');
    await page.keyboard.press('j');
    await expect.poll(() => openNumber(page)).toBe('open');
    await page.keyboard.press('Escape');
    await expect.poll(() => openNumber(page)).toBeNull();
    await expect.poll(() => page.evaluate('document.activeElement.dataset.number')).toBe('open');
    await context.close();
  });

  it('opens the number that the address names', async () => {
    const { page, context } = await open(WIDTHS[0], 'light', '/_design?why=orphans');
    await page.locator('#why .why-number').waitFor();
    expect(await page.locator('#why .why-number').textContent()).toBe('191');
    await context.close();
  });

  it('walks the list, leaves a row out and takes it back', async () => {
    const { page, context } = await open(WIDTHS[0], 'light');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    const left = page.locator('.row-out', { hasText: 'RET-164' });
    await left.waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => left.count()).toBe(0);
    await context.close();
  });

  it('never fires a single key while somebody types', async () => {
    const { page, context } = await open(WIDTHS[0], 'light');
    const field = page.getByRole('textbox', { name: 'Target' });
    await field.fill('');
    await field.pressSequentially('xujt?');
    expect(await field.inputValue()).toBe('xujt?');
    expect(await page.locator('.toast, .keysheet, figure table').count()).toBe(0);
    await context.close();
  });

  it('shows a picture as a table on t, and opens its points with Enter', async () => {
    const { page, context } = await open(WIDTHS[0], 'light');
    await page.locator('[data-number="backlog-column-0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('#why .why-number').waitFor();
    expect(await openNumber(page)).toBe('backlog-column-30');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.locator('figure table').waitFor();
    expect(await page.locator('figure table').count()).toBe(1);
    await context.close();
  });

  it('lets single keys be switched off, and then shows none', async () => {
    const { page, context } = await open(WIDTHS[0], 'light');
    await page.keyboard.press('?');
    await page.locator('.keysheet').waitFor();
    await page.getByText('Single keys, such as').click();
    await page.keyboard.press('Escape');
    await page.locator('.keysheet').waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await page.keyboard.press('x');
    expect(await page.locator('figure table, .toast').count()).toBe(0);
    expect(await page.locator('.key-single:visible').count()).toBe(0);
    await context.close();
  });
});

describe('the first visit', () => {
  it('downloads no more script than was promised', () => {
    expect(firstLoadScript().bytes).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
  });

  it('shows a page for an address that leads nowhere', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${web.address}/nowhere/at-all`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Nothing lives at this address.');
    expect(await page.title()).toBe('Not found · Throughline');
    await context.close();
  });
});
