// An export with damage in it, brought in through the page: looked at, imported, reported value by value; again, and nothing changes.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectSoundEverywhere, visit, wordsOf } from './journey-browser.ts';
import { audited, type JourneyServer } from './journey-server.ts';
import { setStage } from './journey-stage.ts';
import { DAMAGE, damagedJiraCsv, noExport, unknownTable } from './sample-exports.ts';
import { settled } from './settled.ts';

let server: JourneyServer;
let browser: Browser;
const folder = setStage({ sample: false }, (stage) => {
  mkdirSync(files);
  ({ server, browser } = stage);
});
const files = join(folder, 'files-of-the-person');

async function bring(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path);
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin the import' }).click();
  await page.waitForURL(/\/sources\/imports\//);
  await page.getByText('Look at what it says.').waitFor();
}

describe('an import with bad rows', () => {
  it('is looked at first, then read, and says of every value it could not read where it stood and why', async () => {
    const visitor = await visit(browser, server, '/sources');
    const { page, context, refusals } = visitor;
    await expectSoundEverywhere(visitor, 'Sources with nothing read');
    await bring(page, damagedJiraCsv(files));
    await page.getByRole('heading', { name: 'Jira CSV: sample-parcel.csv' }).waitFor();
    expect(await wordsOf(page.getByRole('table', { name: 'The first items' }))).toContain('Sample label preview in dark');
    expect(await wordsOf(page.getByRole('region', { name: /could not be read/ }))).toContain(DAMAGE.date.value);
    await expectSoundEverywhere(visitor, 'the preview');

    await begin(page);
    expect(await wordsOf(page.locator('main h1'))).toBe(`${DAMAGE.items} items from sample-parcel.csv: ${DAMAGE.items} new, 0 changed, 0 as they were. 4 values could not be read.`);
    const rows = page.getByRole('region', { name: 'What could not be read', exact: true }).getByRole('row');
    await rows.nth(4).waitFor();
    const unread = await rows.allInnerTexts();
    const line = (part: string): string => (unread.find((row) => row.includes(part)) ?? '').replace(/\s+/g, ' ').trim();
    expect(line(DAMAGE.date.value)).toMatch(/row 4.*Created.*A date that cannot be read only this value is missing/);
    expect(line(DAMAGE.wide)).toMatch(/row 5.*More cells than columns only this value is missing/);
    expect(line(DAMAGE.twice)).toMatch(/row \d+.*A key that is there already/);
    await expectSoundEverywhere(visitor, 'the report', true);
    for (const number of await page.locator('main h1 .number').all()) {
      await number.click();
      await page.locator('#why .why-number').waitFor();
      await page.keyboard.press('Escape');
    }
    expect(refusals).toEqual([]);
    await context.close();
  });

  it('leaves a damaged date empty instead of guessing one, and keeps the first of two rows with one key and one time', async () => {
    const { items } = await server.ask('item.list', { statusClass: 'all', sort: 'key' });
    expect(items.map(({ key }) => key)).toEqual(Array.from({ length: DAMAGE.items }, (_, n) => `SMP-${n + 1}`));
    expect(items.find(({ key }) => key === DAMAGE.date.key)?.createdAt).toBeUndefined();
    expect(items.find(({ key }) => key === DAMAGE.twice)?.title).toBe('Sample returns page, first wording');
  });

  it('changes nothing when the same file comes again', async () => {
    const before = await server.ask('item.list', { statusClass: 'all', sort: 'key' });
    const { page, context, complaints } = await visit(browser, server, '/sources');
    await bring(page, damagedJiraCsv(files));
    await page.getByRole('heading', { name: 'Jira CSV: sample-parcel.csv' }).waitFor();
    await begin(page);
    expect(await wordsOf(page.locator('main h1'))).toContain(`${DAMAGE.items} items from sample-parcel.csv: 0 new, 0 changed, ${DAMAGE.items} as they were.`);
    expect(await wordsOf(page.locator('main'))).toContain('Nothing changed since the import before.');
    expect(await server.ask('item.list', { statusClass: 'all', sort: 'key' })).toEqual(before);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is audited by itself, and Backlog shows it', async () => {
    await audited(server);
    const visitor = await visit(browser, server, '/backlog');
    expect(await wordsOf(visitor.page.locator('main h1'))).toContain('7 items are open. No goal is set');
    await expectSoundEverywhere(visitor, 'Backlog of a small import');
    await visitor.context.close();
  });
});

describe('a file that is no export', () => {
  it('gets one clear sentence and changes nothing', async () => {
    const before = await server.ask('workspace.get', {});
    const visitor = await visit(browser, server, '/sources');
    const { page, context, refusals } = visitor;
    await bring(page, noExport(files));
    const alert = page.locator('main [role=alert]').first();
    await alert.waitFor();
    expect(await wordsOf(alert)).toMatch(/sample-letter\.txt.*\./);
    expect(await wordsOf(page.locator('main'))).toContain('Nothing was imported; what was here is as it was.');
    await expectSoundEverywhere(visitor, 'a refused file');
    expect(refusals).toEqual(['import.preview not_an_export']);
    expect(await server.ask('workspace.get', {})).toEqual(before);
    await context.close();
  });
});

describe('a table nobody knows', () => {
  it('is read once a person has said which column is which', async () => {
    const visitor = await visit(browser, server, '/sources');
    const { page, context } = visitor;
    await bring(page, unknownTable(files));
    await page.getByRole('heading', { name: 'A table without known columns' }).waitFor();
    await settled(page);
    for (const [field, column] of [['Title (needed)', 'Worum geht es'], ['Key', 'Ticket']] as const) {
      const choice = page.locator('.columns .field').filter({ has: page.locator('.field-label').getByText(field, { exact: true }) }).getByRole('button');
      if ((await wordsOf(choice)).includes(column)) continue;
      await choice.click();
      await page.getByRole('option', { name: column }).click();
    }
    const read = page.getByRole('table', { name: 'The first items as they will be read' });
    await read.getByText('Sample wish: print labels in order').waitFor();
    await expectSoundEverywhere(visitor, 'the mapping step');
    await begin(page);
    expect(await wordsOf(page.locator('main h1'))).toContain('2 items from sample-wishes.csv: 2 new');
    const { items } = await server.ask('item.list', { search: 'wish', sort: 'key' });
    expect(items.map(({ key: one, title }) => [one, title])).toEqual([['W-1', 'Sample wish: scan two parcels at once'], ['W-2', 'Sample wish: print labels in order']]);
    await context.close();
  });
});
