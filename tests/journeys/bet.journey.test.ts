// A bet from nothing, by keyboard: written down, judged beforehand, its probability closed until the base rate was seen, sealed,
// believed, shipped, and waiting in the ledger for its readout.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/kernel/instant.ts';
import { seededRandom } from '../../src/domain/kernel/random.ts';
import { blur, expectSound, expectSoundEverywhere, hasFocus, tabTo, visit, wordsOf } from './journey-browser.ts';
import { buildOnce, newFolder, removeFolder, startServer, type JourneyServer } from './journey-server.ts';
import { settled } from './settled.ts';
import { startBrowser } from './static-web.ts';

const folder = newFolder();
let server: JourneyServer;
let browser: Browser;

/** Two years of days around 52, with a weekly pattern and noise from a seed. */
function sampleSeries(today: string): string {
  const random = seededRandom(11);
  const rows = Array.from({ length: 730 }, (_, at) => `${addDays(today, at - 730)},${(52 + [0.6, 0.8, 0.2, 0, -0.2, -1, -0.6][at % 7]! + (random() + random() + random() - 1.5) * 1.4).toFixed(2)}`);
  return ['day,value', ...rows].join('\n');
}

beforeAll(async () => {
  buildOnce();
  browser = await startBrowser();
  server = await startServer({ folder: join(folder, 'data'), sample: false });
  const { today } = await server.ask('workspace.get', {});
  const { metric } = await server.ask('metric.add', { name: 'Share of sample returns dropped off in time', unit: '%', direction: 'up' });
  await server.ask('metric.load', { metric: metric.id, text: sampleSeries(today) });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  removeFolder(folder);
});

const ANSWERS: Readonly<Record<string, string>> = {
  who: 'Sample shops with a returns desk', minEffect: '3', effect: '2 to 20', cost: '5', valuePerUnit: '2.4', killCriterion: 'A label costs more than the parcel', changeMyMind: 'Shops say that nobody opens the box',
  alternatives: 'Do nothing', problem: 'A sample customer has no printer for the label',
};

/** Goes to what is missing by its key and answers it, until only the base rate and the probability are left. */
async function answerAll(page: Page): Promise<void> {
  const missing = page.locator('.bet-missing li');
  for (let left = await missing.count(); left > 2; left = await missing.count()) {
    await blur(page);
    await page.keyboard.press('m');
    const field = await page.evaluate<string>("document.activeElement?.getAttribute('name') ?? document.activeElement?.closest('[data-field]')?.dataset.field ?? ''");
    if (field === 'metric') {
      await page.keyboard.press('Enter');
      await page.getByRole('option').first().and(page.locator('[data-focused]')).waitFor();
      await page.keyboard.press('Enter');
    } else {
      const answer = ANSWERS[field === 'problem-title' ? 'problem' : field];
      if (answer === undefined) throw new Error(`nothing to say about ${field}`);
      await page.keyboard.type(answer);
      await page.keyboard.press(field === 'problem-title' ? 'Enter' : 'Tab');
    }
    // Kept by itself, and counted by the server.
    await expect.poll(() => missing.count(), { timeout: 8_000, message: field }).toBeLessThan(left);
  }
}

describe('a bet', () => {
  it('is written down by keyboard, and its probability stays closed until the base rate was shown', async () => {
    const visitor = await visit(browser, server, '/bets');
    const { page, context, complaints } = visitor;
    await page.getByRole('heading', { name: /^No bet is open/ }).waitFor();
    await expectSoundEverywhere(visitor, 'Bets with none');
    await page.keyboard.press('c');
    await hasFocus(page.getByRole('textbox', { name: 'The claim' }));
    await page.keyboard.type('A printed label in every sample parcel gets returns dropped off in time');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'What is claimed' }).waitFor();
    await settled(page);
    expect(page.url()).toContain('/bets/B-1');

    await answerAll(page);
    await expect.poll(() => wordsOf(page.locator('.bet-missing'))).toContain('what became of bets like it, before the probability');
    expect(await wordsOf(page.locator('.bet-worth'))).toMatch(/As you state it, \+\d+/);
    expect(await wordsOf(page.locator('.bet-answer'))).toContain('90 days');
    expect(await page.getByRole('slider').count()).toBe(0);
    await expect(server.ask('bet.change', { bet: 'B-1', probability: 0.6 })).rejects.toThrow('base_rate_first');
    await expectSoundEverywhere(visitor, 'the draft of a bet');

    await blur(page);
    await page.keyboard.press('m');
    await page.keyboard.press('Enter');
    await page.getByText('published experiments').first().waitFor();
    await page.getByRole('slider').focus();
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await page.keyboard.press('Tab');
    await page.getByText('Kept the probability').waitFor();
    expect((await server.ask('bet.get', { bet: 'B-1' })).bet).toMatchObject({ missing: [], terms: { probability: 0.6, minEffect: 0.03, effectLow: 0.02, effectHigh: 0.2, valuePerUnit: 240 } });

    await blur(page);
    await page.keyboard.press('u');
    await expect.poll(async () => (await server.ask('bet.get', { bet: 'B-1' })).bet.terms.probability).toBeUndefined();
    await page.locator('.bet-missing').getByText('how likely it is', { exact: false }).waitFor();
    await page.getByRole('slider').focus();
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await page.keyboard.press('Tab');
    await page.getByText('Everything is said.', { exact: false }).waitFor();
    await expectSound(visitor, 'a draft that is ready');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is sealed after exactly what is sealed was shown, believed, shipped, and found in the ledger', async () => {
    const visitor = await visit(browser, server, '/bets/B-1');
    const { page, context, complaints, refusals } = visitor;
    await page.getByText('Everything is said.', { exact: false }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByText('It becomes the first seal of this workspace.', { exact: false }).waitFor();
    expect(await wordsOf(page.getByRole('dialog'))).toContain('60% that it reaches the bar');
    await expectSoundEverywhere(visitor, 'the last look before the seal');
    await tabTo(page, /^Seal and place it/);
    await page.keyboard.press('Enter');
    await page.locator('.bet-fresh').waitFor();
    const { seals: [seal] } = await server.ask('seal.list', {});
    expect(await wordsOf(page.locator('.bet-fresh'))).toContain(seal?.sha256);
    await blur(page);
    await page.keyboard.press('v');
    await page.getByText('Intact.').waitFor();

    await page.keyboard.press('f');
    await hasFocus(page.getByRole('slider'));
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Your forecast is kept').waitFor();
    expect((await server.ask('forecast.list', { bet: 'B-1' })).forecasts).toMatchObject([{ mine: true, probability: 0.45 }]);
    await expectSoundEverywhere(visitor, 'a placed bet');

    await blur(page);
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByLabel('The first users had it on').waitFor();
    await expectSound(visitor, 'the ship of a bet');
    await tabTo(page, /^Keep the ship/);
    await page.keyboard.press('Enter');
    await page.getByText('Nothing to do until', { exact: false }).waitFor();
    expect((await server.ask('bet.get', { bet: 'B-1' })).bet.stage).toBe('shipped');
    await expectSoundEverywhere(visitor, 'a shipped bet');

    await page.goto(`${server.url}/bets`);
    await settled(page);
    await page.getByRole('heading', { name: '1 bet waits for its readout.' }).waitFor();
    await page.getByRole('list', { name: 'Bets' }).getByText('base rate 33%').waitFor({ state: 'attached' });
    expect(await wordsOf(page.getByRole('list', { name: 'Bets' }))).toMatch(/B-1 A printed label .* 60%.* 30-day review on/);
    await expectSoundEverywhere(visitor, 'the ledger');
    expect(refusals).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
