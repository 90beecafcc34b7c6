// The power goes while a larger export is read: started again, the import goes on by itself and ends without a doubled item.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeExport } from '../../bench/generated-export.ts';
import { expectSound, visit, wordsOf } from './journey-browser.ts';
import { buildOnce, newFolder, removeFolder, startServer, type JourneyServer } from './journey-server.ts';
import { startBrowser } from './static-web.ts';

const ITEMS = 12_000;
const folder = newFolder();
const data = join(folder, 'data');
const file = join(folder, 'generated.ndjson');
let server: JourneyServer;
let browser: Browser;
let comments = 0;

beforeAll(async () => {
  buildOnce();
  ({ comments } = await writeExport(file, ITEMS));
  browser = await startBrowser();
  server = await startServer({ folder: data, sample: false });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  removeFolder(folder);
});

it('shows its progress, survives a kill in the middle, goes on after the next start and doubles nothing', async () => {
  const first = await visit(browser, server, '/sources');
  await first.page.locator('input[type=file]').setInputFiles(file);
  await first.page.getByRole('button', { name: 'Begin the import' }).click();
  await first.page.waitForURL(/\/sources\/imports\//);
  const bar = first.page.getByRole('progressbar');
  await bar.waitFor();
  await expect.poll(async () => wordsOf(first.page.locator('main .progress')), { timeout: 60_000 }).toMatch(/items a second|Cannot tell yet/);
  const id = new URL(first.page.url()).pathname.split('/').at(-1) ?? '';
  await expect.poll(async () => (await server.ask('import.get', { import: id })).import.read, { timeout: 60_000, interval: 20 }).toBeGreaterThan(1_000);
  const { read } = (await server.ask('import.get', { import: id })).import;
  await server.kill();
  expect(read).toBeLessThan(ITEMS);
  await first.context.close();

  server = await startServer({ folder: data, sample: false });
  const again = await visit(browser, server, `/sources/imports/${id}`);
  await again.page.getByRole('heading', { name: `${ITEMS.toLocaleString('en')} items from generated.ndjson: ${ITEMS.toLocaleString('en')} new` }).waitFor({ timeout: 120_000 });
  await expectSound(again, 'the report of a resumed import');
  const { counts } = await server.ask('workspace.get', {});
  expect(counts).toMatchObject({ items: ITEMS, comments });
  expect((await server.ask('import.get', { import: id })).import).toMatchObject({ state: 'done', read: ITEMS, created: ITEMS, updated: 0, unchanged: 0, comments, newComments: comments, unread: 0 });
  await again.context.close();
});
