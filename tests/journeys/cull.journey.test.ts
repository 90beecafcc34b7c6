// The cull by keyboard alone: out and in, kept until a day, a batch closed and taken back, closed again and carried to the tracker.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectSound, expectSoundEverywhere, focused, hasFocus, tabTo, visit, wordsOf } from './journey-browser.ts';
import { importAndAudit, type JourneyServer } from './journey-server.ts';
import { setStage } from './journey-stage.ts';
import { githubWithLongTail } from './sample-exports.ts';

let server: JourneyServer;
let browser: Browser;
const folder = setStage({ sample: false }, async (stage) => {
  ({ server, browser } = stage);
  await importAndAudit(server, githubWithLongTail(folder));
});

async function downloaded(page: Page, button: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await downloading;
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return readFileSync(path, 'utf8');
}

it('closes a batch by keyboard, takes it back, closes it again and carries the plan out as Markdown and as a script', async () => {
  const { batch, remaining } = await server.ask('cull.next', {});
  expect(batch).toHaveLength(20);
  const visitor = await visit(browser, server, '/backlog');
  const { page, context, complaints } = visitor;
  const rows = page.locator('.row.cull:not(.row-head)');
  await rows.nth(19).waitFor();
  expect(await rows.count()).toBe(20);
  await expectSoundEverywhere(visitor, 'Backlog with a batch', true);

  await page.keyboard.press('j');
  await expect.poll(() => focused(page)).toContain(batch[0]!.item.key);
  await page.keyboard.press('x');
  await expect.poll(() => focused(page)).toContain('taken out');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect.poll(() => focused(page)).toContain(batch[1]!.item.key);
  await page.keyboard.press('e');
  const keep = page.getByRole('dialog');
  await keep.waitFor();
  await expectSoundEverywhere(visitor, 'keeping an item');
  await tabTo(page, /^Keep until/);
  await page.keyboard.press('Enter');
  await keep.waitFor({ state: 'detached' });
  await expect.poll(async () => (await server.ask('cull.next', { limit: 1 })).kept).toBe(1);

  await page.keyboard.press('Enter');
  const preview = page.getByRole('dialog', { name: /^Close 18 items/ });
  await preview.waitFor();
  expect(await preview.locator('.changes > li').count()).toBe(18);
  await expectSoundEverywhere(visitor, 'the preview of a closing');
  const confirm = preview.getByRole('button', { name: 'Close 18 items' });
  await hasFocus(confirm);
  await page.keyboard.press('Enter');
  await page.getByText('18 items are in the plan to close').waitFor();
  await expect.poll(async () => (await server.ask('cull.next', { limit: 1 })).closing).toBe(18);
  await expectSound(visitor, 'a closed batch');

  await page.keyboard.press('u');
  await expect.poll(async () => (await server.ask('cull.next', { limit: 1 })).closing).toBe(0);
  expect((await server.ask('cull.next', {})).remaining).toBe(remaining - 1);
  await page.getByRole('button', { name: /^Preview 18 changes/ }).waitFor();

  await page.keyboard.press('Enter');
  await hasFocus(confirm);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await server.ask('cull.next', { limit: 1 })).closing).toBe(18);

  await page.getByRole('link', { name: 'Plan to close' }).click();
  await page.getByRole('heading', { name: /^18 items are in the plan to close/ }).waitFor();
  await expectSoundEverywhere(visitor, 'the plan', true);
  const script = await downloaded(page, 'Download GitHub script');
  expect(script.startsWith('#!')).toBe(true);
  expect(script.match(/^gh issue close /gm)).toHaveLength(18);
  expect(script).not.toContain(` ${batch[0]!.item.key.replace(/^.*#/, '')} --`);
  await page.getByRole('group', { name: 'Format' }).getByRole('button', { name: 'Markdown list' }).click();
  await page.getByRole('button', { name: 'Download Markdown list' }).waitFor();
  const list = await downloaded(page, 'Download Markdown list');
  for (const { item } of batch.slice(2)) expect(list).toContain(item.title);
  expect(list).not.toContain(batch[0]!.item.title);
  expect(await wordsOf(page.getByRole('region', { name: 'Decisions' }))).toContain('taken back');
  expect(complaints).toEqual([]);
  await context.close();
});
