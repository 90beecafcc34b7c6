// The first minute: the sample company on the first screen, every number opened and closed, then the sample thrown away.
import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESK, expectSoundEverywhere, PHONE, visit, wordsOf } from './journey-browser.ts';
import { audited, type JourneyServer } from './journey-server.ts';
import { setStage } from './journey-stage.ts';
import { settled } from './settled.ts';

let server: JourneyServer;
let browser: Browser;
setStage({ sample: true }, async (stage) => {
  ({ server, browser } = stage);
  await audited(server);
});

describe('the first minute with the sample company', () => {
  it('lands on Backlog, with the sentence and the picture inside the first screen', async () => {
    for (const size of [DESK, PHONE]) {
      const { page, context, complaints } = await visit(browser, server, undefined, size);
      expect(new URL(page.url()).pathname).toBe('/backlog');
      const sentence = page.locator('main h1');
      expect(await wordsOf(sentence)).toMatch(/^\d+ of \d+ open items lead to the goal\. \d+ have no path to it yet/);
      expect((await sentence.boundingBox())?.y ?? Infinity).toBeLessThan(size.height / 2);
      const picture = await page.locator('main figure').first().boundingBox();
      expect(picture?.y ?? Infinity).toBeLessThan(size.height * 0.75);
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  it('is sound at both widths and themes, with a number open too', async () => {
    const visitor = await visit(browser, server);
    await expectSoundEverywhere(visitor, 'Backlog with the sample', true);
    await visitor.page.locator('main h1 .number').first().click();
    await visitor.page.locator('#why .why-number').waitFor();
    await expectSoundEverywhere(visitor, 'a number open', true);
    await visitor.context.close();
  });

  it('opens every number on the page into its explanation and closes it with Escape, the focus back on the number', async () => {
    const { page, context, complaints } = await visit(browser, server);
    const ids = await page.evaluate<string[]>("[...new Set([...document.querySelectorAll('main [data-number]')].map((element) => element.dataset.number))]");
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids) {
      await page.locator(`main [data-number="${id}"]`).first().focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('#why .why-number').count(), { timeout: 10_000, message: id }).toBe(1);
      await settled(page);
      expect(new URL(page.url()).searchParams.get('why'), id).toBe(id);
      expect(await page.locator('#why h3').allInnerTexts(), id).toEqual(expect.arrayContaining(['Formula', 'Left out', 'Computed']));
      await page.keyboard.press('Escape');
      await page.locator('#why').waitFor({ state: 'hidden' });
      await expect.poll(() => page.evaluate('document.activeElement.dataset.number'), { message: id }).toBe(id);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('throws the sample away in one click, and then teaches what would stand here', async () => {
    const visitor = await visit(browser, server);
    const { page, context, complaints } = visitor;
    await page.getByRole('button', { name: 'Throw it away and import your own' }).click();
    await page.getByRole('heading', { name: 'No tracker has been read yet. Drop its export here.' }).waitFor();
    expect((await server.ask('workspace.get', {})).counts).toMatchObject({ items: 0, sources: 0, problems: 0 });
    await page.getByRole('link', { name: 'Backlog' }).first().click();
    await page.getByRole('heading', { name: /^No backlog is here yet. Drop the export of your tracker/ }).waitFor();
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    expect(await page.locator('main svg[role=img]').count()).toBe(1);
    await expectSoundEverywhere(visitor, 'Backlog with nothing in it', true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
