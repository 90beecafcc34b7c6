// A bet that shipped a hundred days ago is looked at after thirty days and decided after ninety: rated and remembered while its outcome is
// covered, shown, settled, learnt from, and found again in the person's own record. By keyboard alone.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../src/domain/kernel/instant.ts';
import { seededRandom } from '../../src/domain/kernel/random.ts';
import { arrowTo, blur, expectSound, expectSoundEverywhere, hasFocus, tabTo, visit, wordsOf } from './journey-browser.ts';
import { buildOnce, newFolder, removeFolder, startServer, type JourneyServer } from './journey-server.ts';
import { settled } from './settled.ts';
import { startBrowser } from './static-web.ts';

const folder = newFolder();
const CLAIM = 'A label in every sample parcel moves the share of returns dropped off within three days';
const LESSON = 'The first step at home was the obstacle, not the walk to the counter.';
let server: JourneyServer;
let browser: Browser;

/** Two years of days around 52 with a week's rhythm, and 4 more from the ship on. */
function twoYears(today: string, ship: string): string {
  const random = seededRandom(7);
  const week = [0.4, 0.6, 0.2, 0, -0.4, -1.2, -0.6];
  const rows = Array.from({ length: 730 }, (_, at) => {
    const day = addDays(today, at - 730);
    const noise = Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, 0) - 6;
    return `${day},${(52 + (week[at % 7] ?? 0) + (day >= ship ? 4 : 0) + noise).toFixed(3)}`;
  });
  return ['day,share', ...rows].join('\n');
}

beforeAll(async () => {
  buildOnce();
  browser = await startBrowser();
  server = await startServer({ folder: join(folder, 'data'), sample: false });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  removeFolder(folder);
});

/** Days, promises and odds as somebody would have sealed them; placed, not yet shipped. */
async function placedBet(): Promise<{ readonly bet: string; readonly ship: string }> {
  const { today } = await server.ask('workspace.get', {});
  const ship = addDays(today, -100);
  const { metric } = await server.ask('metric.add', { name: 'Share of returns dropped off within three days', unit: '%', direction: 'up' });
  await server.ask('metric.load', { metric: metric.id, text: twoYears(today, ship) });
  const { problem } = await server.ask('problem.add', { title: 'Sample shoppers without a printer cannot send anything back' });
  const { bet } = await server.ask('bet.add', {
    claim: CLAIM, problem: problem.id, who: 'Sample shops under 500 orders a month', metric: metric.id, direction: 'up', scale: 'relative', minEffect: 0.03, effectLow: 0.02, effectHigh: 0.14, cost: 5, valuePerUnit: 120, money: 'team-weeks',
    killCriterion: 'Labels cost more than they save', reviews: [30, 90, 365], primaryReview: 90, design: 'before-after', alternatives: ['Do nothing'], changeMyMind: 'It rises only next to a counter',
  });
  await server.ask('bet.base', { bet: bet.id });
  await server.ask('bet.change', { bet: bet.id, probability: 0.65 });
  await server.ask('bet.place', { bet: bet.id });
  return { bet: bet.id, ship };
}

/** From the original to the outcome, and what the page held on the way: all that may be known before it is shown. */
async function throughToTheOutcome(page: Page, process: string, remembered: string, look: (step: string) => Promise<void>): Promise<string[]> {
  const held: string[] = [];
  await page.getByText('How good was the decision?').waitFor();
  await look('the original');
  held.push(await page.content());
  await blur(page);
  await page.keyboard.press(process);
  await page.getByRole('heading', { name: 'What probability do you remember giving?' }).waitFor();
  await look('what is remembered');
  held.push(await page.content());
  await hasFocus(page.getByRole('textbox', { name: /^Probability/ }));
  await page.keyboard.type(remembered);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The outcome is ready, and covered.' }).waitFor();
  await look('the outcome, covered');
  held.push(await page.content());
  await blur(page);
  await page.keyboard.press('Enter');
  await page.getByText('How much of it was luck?').waitFor();
  return held;
}

it('teaches what a review and a record are while nothing has shipped, and lists a review by itself once something has', async () => {
  const { bet, ship } = await placedBet();
  const visitor = await visit(browser, server, '/reviews');
  const { page, context, complaints } = visitor;
  await page.getByRole('heading', { name: 'No bet has shipped yet, so there is nothing to review.' }).waitFor();
  await expectSoundEverywhere(visitor, 'Reviews with nothing shipped');
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await page.getByRole('heading', { name: 'No bet has shipped yet, so there is nothing to learn from.' }).waitFor();
  await expectSoundEverywhere(visitor, 'Mastery with nothing shipped');

  await server.ask('ship.add', { title: 'A label in the box', shippedOn: ship, bet });
  await page.goto(`${server.url}/reviews`);
  await page.getByRole('heading', { name: 'Two reviews are due.' }).waitFor();
  expect(await page.getByRole('list', { name: 'Open reviews' }).locator('> li').count()).toBe(2);
  expect(await page.getByRole('list', { name: 'Reviews still to come' }).locator('> li').count()).toBe(1);
  await expectSoundEverywhere(visitor, 'Reviews, two due');
  expect(complaints).toEqual([]);
  await context.close();
});

it('says on track after thirty days, and leaves the deciding to the review that was sealed for it', async () => {
  const visitor = await visit(browser, server, '/reviews');
  const { page, context, complaints } = visitor;
  await page.getByRole('button', { name: 'Read the original' }).waitFor();
  await blur(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/bets\/B-1\/review\/30$/);
  await throughToTheOutcome(page, '3', '70', async () => undefined);
  expect(await wordsOf(page.locator('main h1'))).toMatch(/^On track: \+\d/);
  expect(await wordsOf(page.locator('main'))).toContain('This review does not decide; the sealed one does.');
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
    expect(before).not.toMatch(/It worked|the whole interval|65%/);
  }
  expect(await wordsOf(page.locator('.review-memory'))).toContain('You remembered giving 80%; the seal says 65%. Memory moved 15 points');
  await expectSoundEverywhere(visitor, 'the outcome', true);

  await page.locator('[data-number=effect]').focus();
  await page.keyboard.press('Enter');
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
  await page.getByText('said 65%: happened').waitFor();
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
