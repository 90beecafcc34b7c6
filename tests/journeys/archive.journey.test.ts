// Everything out and in again: the archive is downloaded, the workspace emptied, the archive brought back, and nothing is lost.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectSoundEverywhere, visit, wordsOf } from './journey-browser.ts';
import { audited, type JourneyServer } from './journey-server.ts';
import { setStage } from './journey-stage.ts';

let server: JourneyServer;
let browser: Browser;
const folder = setStage({ sample: true }, async (stage) => {
  ({ server, browser } = stage);
  await audited(server);
});

/** What must be the same before and after, as the doors tell it. */
async function everything(): Promise<unknown> {
  const { counts, activeGoal } = await server.ask('workspace.get', {});
  const { goals } = await server.ask('goal.list', {});
  const { problems } = await server.ask('problem.list', {});
  const { bets } = await server.ask('bet.list', {});
  const { items, total } = await server.ask('item.list', { statusClass: 'all', sort: 'key', limit: 100 });
  const { decisions } = await server.ask('cull.list', {});
  const { audit } = await server.ask('audit.get', {});
  return { counts, activeGoal, goals, problems, bets, items, total, decisions, found: audit?.byRule };
}

it('brings back exactly what was exported, after everything was thrown away', async () => {
  const { batch } = await server.ask('cull.next', { limit: 2 });
  await server.ask('cull.decide', { items: batch.map(({ item }) => item.id), decision: 'close' });
  const before = await everything();

  const visitor = await visit(browser, server, '/sources');
  const { page, context } = visitor;
  await expectSoundEverywhere(visitor, 'Sources with the sample');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).click();
  const download = await downloading;
  const archive = join(folder, download.suggestedFilename());
  await download.saveAs(archive);
  expect(await wordsOf(page.locator('main'))).toContain('Written:');

  await page.getByRole('button', { name: 'Throw it away and import your own' }).click();
  await page.getByRole('heading', { name: /No tracker has been read yet/ }).waitFor();
  expect((await server.ask('workspace.get', {})).counts).toMatchObject({ items: 0, comments: 0, sources: 0, problems: 0, bets: 0 });

  await page.locator('input[type=file]').setInputFiles(archive);
  await page.getByRole('heading', { name: 'An archive of Throughline' }).waitFor();
  await expectSoundEverywhere(visitor, 'the preview of an archive');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await page.waitForURL(/\/sources\/imports\//);
  await page.getByRole('heading', { name: /is back with everything that was in it/ }).waitFor();
  await expectSoundEverywhere(visitor, 'the report of an archive');
  await audited(server);
  expect(await everything()).toEqual(before);
  await context.close();
});
