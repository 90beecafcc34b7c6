// The audit's page in a real browser, opened from disk: no accessibility violation at any width or theme, no request, no script.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLines } from '../../bench/audit-export.ts';
import { throughline } from '../audit-cli-door.ts';
import { startBrowser } from './static-web.ts';

let browser: Browser;
let folder = '';
let address = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-page-'));
  writeFileSync(join(folder, 'export.ndjson'), `${[...exportLines(1_500, 11)].join('\n')}\n`);
  await throughline(['audit', 'export.ndjson', '--goal', 'People print a label without help', '--html', 'audit.html'], { folder });
  address = pathToFileURL(join(folder, 'audit.html')).href;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([1440, 720, 390, 320])('the audit as a page at %i px', (width) => {
  it.each(['light', 'dark'] as const)('has no violation, no request and nothing wider than the screen in the %s theme', async (colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(address);
    await page.locator('main h1').waitFor();
    await page.locator('summary').click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(asked).toEqual([address]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await context.close();
  });
});

it('prints on A4 with every section and without a cut', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.emulateMedia({ media: 'print' });
  const sheet = 794 - 2 * 61;
  await page.setViewportSize({ width: sheet, height: 1000 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(sheet);
  expect((await page.pdf({ format: 'A4', preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
  await page.close();
});
