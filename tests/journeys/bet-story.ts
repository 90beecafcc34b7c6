// What a person does over and over in the story of a bet, by keyboard: answering a draft until it is ready, and going through a review to
// its outcome. And the two years of days the bet is read out on.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays, type Day } from '../../src/domain/kernel/instant.ts';
import { seededRandom } from '../../src/domain/kernel/random.ts';
import { blur, hasFocus } from './journey-browser.ts';

/** Two years of days around 52 with a week's rhythm, and 4 more from the ship on. */
export function twoYears(today: Day, ship: Day): string {
  const random = seededRandom(7);
  const week = [0.4, 0.6, 0.2, 0, -0.4, -1.2, -0.6];
  const rows = Array.from({ length: 730 }, (_, at) => {
    const day = addDays(today, at - 730);
    const noise = Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, 0) - 6;
    return `${day},${(52 + (week[at % 7] ?? 0) + (day >= ship ? 4 : 0) + noise).toFixed(3)}`;
  });
  return ['day,share', ...rows].join('\n');
}

const ANSWERS: Readonly<Record<string, string>> = {
  who: 'Sample shops with a returns desk', minEffect: '3', effect: '2 to 20', cost: '5', valuePerUnit: '2.4', killCriterion: 'A label costs more than the parcel', changeMyMind: 'Shops say that nobody opens the box',
  alternatives: 'Do nothing', problem: 'A sample customer has no printer for the label',
};

/** Goes to what is missing by its key and answers it, until only the base rate and the probability are left. */
export async function answerAll(page: Page): Promise<void> {
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

/** From the original to the outcome, and what the page held on the way: all that may be known before it is shown. */
export async function throughToTheOutcome(page: Page, process: string, remembered: string, look: (step: string) => Promise<void>): Promise<string[]> {
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
