// The keyboard everywhere: the palette, going by letters, the sheet of keys, and single keys switched off.
import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pages } from '../../src/surfaces/web/pages.ts';
import { arrowTo, blur, expectSoundEverywhere, hasFocus, visit } from './journey-browser.ts';
import { audited, type JourneyServer } from './journey-server.ts';
import { setStage } from './journey-stage.ts';
import { settled } from './settled.ts';

let server: JourneyServer;
let browser: Browser;
setStage({ sample: true }, async (stage) => {
  ({ server, browser } = stage);
  await audited(server);
});
const lettered = pages.flatMap(({ path, letter }) => (letter === undefined ? [] : [{ path, letter }]));

describe('the keyboard on real pages', () => {
  it('goes to every page of the navigation with g and its letter, and each is sound there', async () => {
    const visitor = await visit(browser, server);
    const { page, context, complaints } = visitor;
    expect(lettered.length).toBeGreaterThan(3);
    for (const { path, letter } of lettered) {
      await blur(page);
      await page.keyboard.press('g');
      await page.keyboard.press(letter);
      await page.waitForURL(`${server.url}${path}`);
      await settled(page);
      expect(await page.locator('nav [aria-current=page]').first().getAttribute('href')).toBe(path);
      await expectSoundEverywhere(visitor, path);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('opens the palette, finds an item by its words, a page by its name, and goes there with Enter', async () => {
    const visitor = await visit(browser, server);
    const { page, context } = visitor;
    const { items } = await server.ask('item.list', { limit: 1 });
    await page.keyboard.press('Control+k');
    await page.locator('.palette .menu-item').first().waitFor();
    await expectSoundEverywhere(visitor, 'the palette');
    const shown = page.locator('.palette .menu-item[data-focused]');
    await hasFocus(page.locator('.palette-input'));
    for (let presses = 0; presses < 14; presses += 1) await page.keyboard.press('ArrowDown');
    const [box, at] = [await page.locator('.palette').boundingBox(), await shown.boundingBox()];
    expect((at?.y ?? Infinity) + (at?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
    expect(await page.locator('.palette-input').boundingBox()).toMatchObject({ y: expect.closeTo(box?.y ?? 0, -1) });
    await page.locator('.palette-input').pressSequentially(items[0]!.key);
    await page.getByRole('menuitem', { name: items[0]!.title }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.palette').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.locator('.palette .menu-item').first().waitFor();
    await hasFocus(page.locator('.palette-input'));
    await page.locator('.palette-input').pressSequentially('sources');
    await page.getByRole('menuitem', { name: /^Sources/ }).first().waitFor();
    // Found records may arrive above or below meanwhile; the arrow goes on until the page's own line has the focus.
    await arrowTo(page, /^Sources/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}/sources`);
    await context.close();
  });

  it('opens a filter of the list, finds an entry by its letter, chooses it, and gives the focus back', async () => {
    const visitor = await visit(browser, server, '/backlog?view=items');
    const { page, context, complaints } = visitor;
    await page.locator('[data-row-index]').first().waitFor();
    const status = page.getByRole('button', { name: 'Status: Open' });
    await status.focus();
    await page.keyboard.press('ArrowDown');
    const menu = page.getByRole('menu', { name: 'Status: Open' });
    await menu.waitFor();
    await hasFocus(page.getByRole('menuitemradio', { name: 'Open' }));
    expect(await page.getByRole('menuitemradio', { name: 'Open' }).getAttribute('aria-checked')).toBe('true');
    await expectSoundEverywhere(visitor, 'a filter’s menu');
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    await hasFocus(status);
    // As a quick hand types: the letter and Enter are on their way before the menu has been seen.
    await Promise.all(['ArrowDown', 'a', 'Enter'].map((key) => page.keyboard.press(key)));
    await page.waitForURL(/statusClass=all/);
    await page.getByRole('button', { name: 'Status: All' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shows every key on the sheet and lets single keys be switched off, for good', async () => {
    const visitor = await visit(browser, server);
    const { page, context } = visitor;
    await blur(page);
    await page.keyboard.press('?');
    await page.locator('.keysheet').waitFor();
    await expectSoundEverywhere(visitor, 'the sheet of keys');
    await page.getByText('Single keys, such as').click();
    await page.keyboard.press('Escape');
    await page.locator('.keysheet').waitFor({ state: 'detached' });
    await page.reload();
    await settled(page);
    await page.locator('.row.cull').first().waitFor();
    await blur(page);
    for (const key of ['j', 'x', 't', 'g', 's']) await page.keyboard.press(key);
    expect(new URL(page.url()).pathname).toBe('/backlog');
    expect(await page.locator('figure table').count()).toBe(0);
    expect(await page.locator('.key-single:visible').count()).toBe(0);
    await context.close();
  });
});
