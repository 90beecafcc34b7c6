// The power goes while a larger export is read: started again, the import goes on by itself and ends without a doubled item.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeExport } from '../../bench/generated-export.ts';
import { expectSound, visit } from './journey-browser.ts';
import { buildOnce, newFolder, removeFolder, startServer, type JourneyServer } from './journey-server.ts';
import { startBrowser } from './static-web.ts';

const SMALLEST = 12_000;
const TRIES = 6;
const folder = newFolder();
let server: JourneyServer | undefined;
let browser: Browser;

beforeAll(async () => {
  buildOnce();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  removeFolder(folder);
});

interface Killed { readonly id: string; readonly data: string; readonly items: number; readonly comments: number }

/** Begins the import through the page, looks at its progress there and kills the program; undefined when the import had ended before. */
async function killedInTheMiddle(items: number): Promise<Killed | undefined> {
  const data = join(folder, `data-${items}`);
  const file = join(folder, 'generated.ndjson');
  const { comments } = await writeExport(file, items);
  const running = await startServer({ folder: data, sample: false });
  server = running;
  const { page, context } = await visit(browser, running, '/sources');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Begin the import' }).click();
  await page.waitForURL(/\/sources\/imports\//);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const told = async () => (await running.ask('import.get', { import: id })).import;
  let seen = false;
  for (;;) {
    const { state, read } = await told();
    if (state === 'done') break;
    const words = await page.locator('main .progress').allInnerTexts();
    seen ||= words.some((text) => /items a second|Cannot tell yet/.test(text)) && await page.getByRole('progressbar').isVisible();
    if (seen && read > 1_000) break;
  }
  const { state, read } = await told();
  await running.kill();
  await context.close();
  server = undefined;
  return seen && state === 'running' && read < items ? { id, data, items, comments } : undefined;
}

it('shows its progress, survives a kill in the middle, goes on after the next start and doubles nothing', async () => {
  let killed: Killed | undefined;
  // How fast a machine reads is unknown: a file that is through before the kill is followed by one of twice its length.
  for (let tries = 0; killed === undefined && tries < TRIES; tries++) killed = await killedInTheMiddle(SMALLEST * 2 ** tries);
  if (killed === undefined) throw new Error('no import was long enough to be killed in its middle');
  const { id, data, items, comments } = killed;

  server = await startServer({ folder: data, sample: false });
  const again = await visit(browser, server, `/sources/imports/${id}`);
  await again.page.getByRole('heading', { name: `${items.toLocaleString('en')} items from generated.ndjson: ${items.toLocaleString('en')} new` }).waitFor({ timeout: 120_000 });
  await expectSound(again, 'the report of a resumed import');
  const { counts } = await server.ask('workspace.get', {});
  expect(counts).toMatchObject({ items, comments });
  expect((await server.ask('import.get', { import: id })).import).toMatchObject({ state: 'done', read: items, created: items, updated: 0, unchanged: 0, comments, newComments: comments, unread: 0 });
  await again.context.close();
});
