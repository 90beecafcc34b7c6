// A person at a browser: signed in, at one width and theme, with everything the page complains about written down.
// Decides when a page is sound: no accessibility violation at either width and theme, nothing wider than the window.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Day } from '../../src/domain/kernel/instant.ts';
import type { JourneyServer } from './journey-server.ts';
import { settled } from './settled.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and warnings, uncaught faults, broken policies, answers of 500 and more, requests to other hosts. */
  readonly complaints: string[];
  /** Refusals the server gave, as `goal.activate goal_already_active`. */
  readonly refusals: string[];
}

/** Opens the printed address, as a person would paste it, and lands on the first page. */
export async function visit(browser: Browser, server: JourneyServer, path?: string, size: { readonly width: number; readonly height: number } = DESK): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { ...size }, reducedMotion: 'reduce', acceptDownloads: true });
  await context.addInitScript("addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))");
  const page = await context.newPage();
  const complaints: string[] = [];
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // The browser's own note about a refusal, which is an answer like any other; `refusals` keeps it.
    if (/^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()) && message.location().url.startsWith(`${server.url}/api/v1/`)) return;
    complaints.push(message.text());
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== server.url && protocol !== 'blob:' && protocol !== 'data:') complaints.push(`asked ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
    if (response.status() < 400 || response.status() >= 500) return;
    void response.json().then((body: { readonly code?: string }) => refusals.push(`${new URL(response.url()).pathname.replace('/api/v1/', '')} ${body.code ?? response.status()}`), () => complaints.push(`${response.status()} ${response.url()}`));
  });
  await page.goto(server.opening);
  if (path !== undefined) await page.goto(`${server.url}${path}`);
  await settled(page);
  return { page, context, complaints, refusals };
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const found = violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim() ?? ''})`));
  return found;
}

/** Expects no violation and no complaint, here and now. */
export async function expectSound({ page, complaints }: Visitor, name: string): Promise<void> {
  await settled(page);
  // Pictures are drawn anew for a new width a moment after the window has it.
  await expect.poll(() => page.evaluate<number>('document.documentElement.scrollWidth'), { timeout: 5_000, message: `${name}: wider than the window` }).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  expect(await faults(page), name).toEqual([]);
  expect(complaints, name).toEqual([]);
}

/** As `expectSound`, on a desk in light and on a phone in dark, and back to where it was. `all` adds the other two. */
export async function expectSoundEverywhere(visitor: Visitor, name: string, all = false): Promise<void> {
  const { page } = visitor;
  const before = page.viewportSize() ?? DESK;
  await settled(page);
  for (const [place, size, theme] of [['desk', DESK, 'light'], ['phone', PHONE, 'dark'], ['desk', DESK, 'dark'], ['phone', PHONE, 'light']] as const) {
    if (!all && (place === 'desk') !== (theme === 'light')) continue;
    await page.setViewportSize(size);
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    await expectSound(visitor, `${name}, ${place}, ${theme}`);
  }
  await page.evaluate('delete document.documentElement.dataset.theme');
  await page.setViewportSize(before);
}

/** The element with the focus: its number's name, its key, or its words. */
export function focused(page: Page): Promise<string> {
  return page.evaluate("(() => { const e = document.activeElement; return e?.dataset?.number ?? e?.getAttribute('aria-label') ?? e?.textContent ?? ''; })()");
}

/** Waits until it has the focus: what is pressed next is for it. */
export async function hasFocus(locator: Locator): Promise<void> {
  await locator.and(locator.page().locator(':focus')).waitFor();
}

/** Waits until the list under a search field has come to the entry with these words; Enter takes it. */
export async function arrowTo(page: Page, words: string | RegExp): Promise<void> {
  const entry = page.getByRole('menuitem').and(page.locator('[data-focused]')).filter({ hasText: words });
  for (let presses = 0; presses < 60 && await entry.count() === 0; presses += 1) await page.keyboard.press('ArrowDown');
  await entry.waitFor();
}

/** Puts the focus nowhere, as after a click on empty paper. */
export async function blur(page: Page): Promise<void> {
  await page.evaluate('document.activeElement?.blur()');
}

/** Whole words of an element, spaces as one. */
export async function wordsOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, ' ').trim();
}

/** Presses Tab until the focus is on what is called so, or on that kind of element. Fails after a hundred presses. */
export async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    const [tag, name] = await page.evaluate<[string, string]>("(() => { const e = document.activeElement; return [e?.tagName.toLowerCase() ?? '', (e?.getAttribute('aria-label') ?? e?.textContent ?? '').trim()]; })()");
    if (typeof wanted === 'string' ? tag === wanted || name.startsWith(wanted) && tag !== 'body' && tag !== 'main' && tag !== 'section' : wanted.test(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(wanted)}`);
}

/** What the focused field is called. */
export function fieldName(page: Page): Promise<string> {
  return page.evaluate("document.activeElement?.labels?.[0]?.textContent ?? ''");
}

/** Presses Tab until the focus is in the field with that label. */
export async function tabToField(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await fieldName(page)).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${name}`);
}

/** As the platform's field of a day takes it from the keyboard: month, day, year. */
export async function typeDay(page: Page, day: Day): Promise<void> {
  await page.keyboard.type(`${day.slice(5, 7)}${day.slice(8, 10)}${day.slice(0, 4)}`);
}
