// One bet's whole life, by keyboard alone: written down from nothing, its probability closed until the base rate was seen, sealed, believed,
// shipped; looked at after 30 days and decided after 90 on two years of sample data, rated and remembered while its outcome is covered;
// settled, learnt from, found again in the person's own record, and taken for what it proved when the next bet is stated.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/domain/kernel/instant.ts';
import { answerAll, throughToTheOutcome, twoYears } from './bet-story.ts';
import { arrowTo, blur, expectSound, expectSoundEverywhere, hasFocus, tabTo, tabToField, typeDay, visit, wordsOf } from './journey-browser.ts';
import { buildOnce, newFolder, removeFolder, startServer, type JourneyServer } from './journey-server.ts';
import { settled } from './settled.ts';
import { startBrowser } from './static-web.ts';

const folder = newFolder();
const CLAIM = 'A printed label in every sample parcel gets returns dropped off in time';
const LESSON = 'The first step at home was the obstacle, not the walk to the counter.';
let server: JourneyServer;
let browser: Browser;
/** The day the first users had it: its 90 days are over. */
let ship: Day;

beforeAll(async () => {
  buildOnce();
  browser = await startBrowser();
  server = await startServer({ folder: join(folder, 'data'), sample: false });
  const { today } = await server.ask('workspace.get', {});
  ship = addDays(today, -100);
  const { metric } = await server.ask('metric.add', { name: 'Share of sample returns dropped off in time', unit: '%', direction: 'up' });
  await server.ask('metric.load', { metric: metric.id, text: twoYears(today, ship) });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  removeFolder(folder);
});

describe('a bet', () => {
  it('is written down by keyboard, and its probability stays closed until the base rate was shown', async () => {
    const visitor = await visit(browser, server, '/bets');
    const { page, context, complaints } = visitor;
    await page.getByRole('heading', { name: /^No bet is open/ }).waitFor();
    await expectSoundEverywhere(visitor, 'Bets with none');
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.getByRole('heading', { name: 'No bet has shipped yet, so there is nothing to review.' }).waitFor();
    await expectSoundEverywhere(visitor, 'Reviews with nothing shipped');
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: 'No bet has shipped yet, so there is nothing to learn from.' }).waitFor();
    await expectSoundEverywhere(visitor, 'Mastery with nothing shipped');
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.getByRole('heading', { name: /^No bet is open/ }).waitFor();
    await page.keyboard.press('c');
    await hasFocus(page.getByRole('textbox', { name: 'The claim' }));
    await page.keyboard.type(CLAIM);
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

    // It had reached the first users long before anybody wrote it down here; the correction is sealed beside the first day.
    await page.goto(`${server.url}/ships`);
    await settled(page);
    await tabTo(page, 'Change S-1');
    await page.keyboard.press('Enter');
    await hasFocus(page.getByRole('textbox', { name: 'What reached users' }));
    await tabToField(page, 'The first users had it on');
    await typeDay(page, ship);
    await expectSound(visitor, 'another day for the ship of a bet');
    await tabTo(page, /^Keep the changes/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await server.ask('seal.list', { bet: 'B-1' })).seals.map(({ kind }) => kind)).toEqual(['placement', 'ship', 'ship']);
    await page.goto(`${server.url}/bets`);
    await page.getByRole('heading', { name: 'One bet has had its 90 days and waits to be read out.' }).waitFor();
    expect(await wordsOf(page.getByRole('list', { name: 'Bets' }))).not.toContain('60%');
    expect(refusals).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says on track after thirty days, and leaves the deciding to the review that was sealed for it', async () => {
    const visitor = await visit(browser, server, '/reviews');
    const { page, context, complaints } = visitor;
    await page.getByRole('heading', { name: 'Two reviews are due.' }).waitFor();
    expect(await page.getByRole('list', { name: 'Open reviews' }).locator('> li').count()).toBe(2);
    expect(await page.getByRole('list', { name: 'Reviews still to come' }).locator('> li').count()).toBe(1);
    await expectSoundEverywhere(visitor, 'Reviews, two due');
    await page.getByRole('button', { name: 'Read the original' }).waitFor();
    await blur(page);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/bets\/B-1\/review\/30$/);
    await throughToTheOutcome(page, '3', '70', async () => undefined);
    expect(await wordsOf(page.locator('main h1'))).toMatch(/^On track: \+\d/);
    expect(await wordsOf(page.locator('main'))).toContain('This review does not decide; the sealed one does.');
    expect(await wordsOf(page.locator('.review-memory'))).toContain('You remembered giving 70%. What the seal says stays covered');
    await page.keyboard.press('4');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The 90-day review is due, and decides.').waitFor();
    await expectSound(visitor, 'a review that does not decide');
    expect(await page.getByRole('button', { name: 'Settle B-1' }).count()).toBe(0);
    await expect(server.ask('bet.settle', { bet: 'B-1' })).rejects.toThrow('review_step_first');
    await blur(page);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/review\/90$/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps the outcome off the page until the decision is rated and the odds are remembered, then settles and learns', async () => {
    const visitor = await visit(browser, server, '/bets/B-1/review/90');
    const { page, context, complaints } = visitor;
    const held = await throughToTheOutcome(page, '4', '80', (step) => (step === 'the outcome, covered' ? expectSound(visitor, step) : expectSoundEverywhere(visitor, step)));
    const finding = await wordsOf(page.locator('main h1'));
    const effect = /\+\d[\d.]*%/.exec(finding)?.[0] ?? '';
    expect(finding).toMatch(/^It worked: \+\d/);
    for (const before of held) {
      expect(before).not.toContain(effect);
      expect(before).not.toMatch(/It worked|the whole interval|60%|45%|2 to 20%/);
    }
    expect(await wordsOf(page.locator('.review-memory'))).toContain('You remembered giving 80%; the seal says 60%. Memory moved 20 points');
    await expectSoundEverywhere(visitor, 'the outcome', true);

    await page.locator('[data-number=effect]').focus();
    await page.keyboard.press('Enter');
    await page.locator('#why .why-number').waitFor();
    await tabTo(page, 'Compute it again from the frozen inputs');
    await page.keyboard.press('Enter');
    await page.getByText('The same to the digit.').waitFor();
    await expectSound(visitor, 'what stands behind the effect');
    await page.keyboard.press('Escape');

    await blur(page);
    await page.keyboard.press('3');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Settle B-1' }).waitFor();
    await blur(page);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await expectSound(visitor, 'settling');
    await tabTo(page, 'Seal the settlement');
    await page.keyboard.press('Enter');
    await page.getByText('Write down what this taught.').waitFor();
    expect((await server.ask('bet.get', { bet: 'B-1' })).bet.outcome).toMatchObject({ status: 'won', grade: 'D' });

    await tabTo(page, 'textarea');
    await page.keyboard.type(LESSON);
    await tabTo(page, 'It supports');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('menuitem').first().waitFor();
    await hasFocus(page.getByRole('searchbox', { name: 'Find a problem or bet' }));
    await page.keyboard.type('printer');
    await arrowTo(page, 'printer');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'What it speaks for or against' }).getByText('P-1', { exact: false }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('list', { name: 'Lessons of B-1' }).getByText(LESSON).waitFor();
    expect((await server.ask('lesson.list', { about: 'P-1' })).lessons).toMatchObject([{ words: LESSON, links: [{ stance: 'supports' }] }]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('adds the settled bet to the person’s own record, without a number that one bet cannot carry', async () => {
    const visitor = await visit(browser, server, '/mastery');
    const { page, context, complaints } = visitor;
    await page.getByText('said 60%: happened').waitFor();
    const words = await wordsOf(page.locator('main'));
    expect(words).toContain('Your record is yours alone; nobody else is shown it.');
    expect(words).toContain('1 of 1 reached its bar');
    expect(words).not.toMatch(/Brier|hit rate is somewhere/);
    await page.getByRole('searchbox', { name: 'Find a lesson' }).fill('obstacle counter');
    await page.getByRole('list', { name: 'Lessons' }).getByText(LESSON).waitFor();
    await page.getByRole('searchbox', { name: 'Find a lesson' }).fill('locker');
    await page.getByText('0 of 1 lesson.').waitFor();
    await page.getByRole('searchbox', { name: 'Find a lesson' }).fill('');
    await settled(page);
    await expectSoundEverywhere(visitor, 'the record', true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shrinks what the next bet promises by what came of the settled one', async () => {
    const { bet } = await server.ask('bet.add', { claim: 'A second label for what comes back in two boxes', problem: 'P-1', metric: 'M-1', minEffect: 0.03, effectLow: 0.04, effectHigh: 0.3, cost: 3, valuePerUnit: 90, money: 'team-weeks' });
    const { ranked } = await server.ask('bet.rank', {});
    expect(ranked[0]!.effect.mean).toBeLessThan(ranked[0]!.stated);
    const visitor = await visit(browser, server, '/bets');
    const { page, context, complaints } = visitor;
    await page.getByRole('list', { name: 'Bets by what they are worth' }).getByText(bet.key, { exact: false }).first().waitFor();
    const percent = (share: number): string => `${Number((share * 100).toFixed(1))}%`;
    const words = await wordsOf(page.locator('main'));
    expect(words).toContain('Promises are taken for what 1 settled bet made of them.');
    expect(words).toContain(`you state +${percent(ranked[0]!.stated)}`);
    expect(words).toContain(`+${percent(ranked[0]!.effect.mean)}`);
    await settled(page);
    await expectSoundEverywhere(visitor, 'what to bet on next', true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
