// A metric from nothing, by keyboard alone: a pasted column becomes a picture, a ship is marked in it, later values change the past and
// say so; what cannot be read is said beside its field; and the goal is measured by it.
import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/domain/kernel/instant.ts';
import { seededRandom } from '../../src/domain/kernel/random.ts';
import { blur, expectSound, expectSoundEverywhere, fieldName, tabTo, tabToField, typeDay, visit, wordsOf } from './journey-browser.ts';
import type { JourneyServer } from './journey-server.ts';
import { setStage } from './journey-stage.ts';

let server: JourneyServer;
let browser: Browser;
let today: Day;
setStage({ sample: false }, async (stage) => {
  ({ server, browser } = stage);
  ({ today } = await server.ask('workspace.get', {}));
});

const DAYS = 240;
const dayAt = (at: number): Day => addDays(today, at - DAYS);

/** Days up to yesterday with a little noise; two of them carry no number. */
function column(): string {
  const random = seededRandom(11);
  const lines = Array.from({ length: DAYS }, (_, at) => `${dayAt(at)}\t${at === 30 ? 'n/a?' : at === 31 ? '' : Math.round(400 + 30 * (random() + random() - 1))}`);
  return `day\tsample visits\n${lines.join('\n')}\n`;
}

describe('a metric', () => {
  it('goes from a pasted column to a picture with a ship in it, by keyboard alone', async () => {
    const visitor = await visit(browser, server, '/backlog');
    const { page, context, complaints } = visitor;
    await blur(page);
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: /^No metric is kept yet/ }).waitFor();
    await expectSoundEverywhere(visitor, 'Metrics with none');
    await expect.poll(() => fieldName(page)).toBe('The values');
    await page.keyboard.insertText(column());
    await page.locator('.figure-title').filter({ hasText: `${DAYS - 2} days from` }).waitFor();
    expect(await wordsOf(page.locator('.reading'))).toMatch(/2 days have no value; they stay gaps\..*Took “day” for the date and “sample visits” for the value\./);
    expect(await wordsOf(page.getByRole('table').last())).toContain('“n/a?” is text where a number belongs');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Say which way is good.').waitFor();
    await expectSoundEverywhere(visitor, 'the picture before it is kept');

    await tabToField(page, 'More is better');
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/metrics\/M-1$/);
    await page.getByRole('heading', { name: /^Sample visits: / }).waitFor();
    await page.getByText('What each review could see').waitFor();
    await expectSoundEverywhere(visitor, 'a metric', true);

    await blur(page);
    await page.keyboard.press('s');
    await expect.poll(() => fieldName(page)).toBe('What reached users');
    await page.keyboard.type('Sample reason codes');
    await page.keyboard.press('Tab');
    await typeDay(page, dayAt(150));
    await page.keyboard.press('Enter');
    await page.locator('figure').first().locator('svg text', { hasText: 'Sample reason codes' }).waitFor();
    expect((await server.ask('metric.get', { metric: 'M-1' })).ships).toMatchObject([{ title: 'Sample reason codes', shippedOn: dayAt(150) }]);

    await tabTo(page, 'S-1 was no bet');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Answer anew which bet S-1 was' }).waitFor();
    await blur(page);
    await page.keyboard.press('u');
    await page.getByRole('button', { name: 'S-1 was no bet' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says what later values would do before they are kept, and keeps the old value beside the new one', async () => {
    const visitor = await visit(browser, server, '/metrics/M-1');
    const { page, context, complaints } = visitor;
    await blur(page);
    await page.keyboard.press('l');
    await expect.poll(() => fieldName(page)).toBe('The newer values');
    await page.keyboard.insertText(`day\tvisits\n${dayAt(DAYS - 1)}\t555\n${today}\t409\n`);
    await page.getByText('Of these values 1 is new, 1 differs and is said anew.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: '2 rows read: 1 new, 1 said anew, 0 as they were' }).waitFor();
    await expectSoundEverywhere(visitor, 'what a reading brought');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '1 past value was said anew' }).waitFor();
    await page.getByRole('heading', { name: /^Sample visits: 409 / }).waitFor();
    expect(await wordsOf(page.getByRole('table', { name: '' }).first())).toMatch(/555/);
    const { revisions } = await server.ask('metric.get', { metric: 'M-1' });
    expect(revisions).toMatchObject([{ on: dayAt(DAYS - 1), after: 555 }]);
    await expectSoundEverywhere(visitor, 'a metric with a value said anew');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says beside the field what cannot be read and that a name is taken, and is listed with its ships', async () => {
    const visitor = await visit(browser, server, '/metrics?add=1');
    const { page, context, complaints } = visitor;
    const values = page.getByRole('textbox', { name: 'The values' });
    await values.fill('3/4/2026;12\n4/4/2026;13\n');
    await page.locator('.value-entry .field-error').waitFor();
    expect(await wordsOf(page.locator('.value-entry .field-error'))).toMatch(/Say whether the day or the month comes first\.$/);
    await expectSoundEverywhere(visitor, 'values that cannot be read');
    await page.getByRole('button', { name: /Dates such as/ }).click();
    await page.getByRole('option', { name: /^Month first/ }).click();
    await page.locator('.value-entry .field-error').filter({ hasText: 'day or the month' }).waitFor({ state: 'detached' });
    await values.fill(`day;visits\n${Array.from({ length: 6 }, (_, at) => `${dayAt(at)};${at + 10}`).join('\n')}\n`);
    await page.locator('.figure-title').filter({ hasText: '6 days from' }).waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('sample VISITS');
    await page.getByLabel('Less is better').check();
    await page.keyboard.press('Control+Enter');
    await page.locator('.field-error').filter({ hasText: 'There is already a metric called “Sample visits” (M-1).' }).waitFor();
    await expectSound(visitor, 'a name that is taken');
    await page.keyboard.press('Escape');
    await page.getByRole('list', { name: 'Metrics' }).getByText('Sample visits').waitFor();
    await page.getByText('1 ship', { exact: true }).first().waitFor();
    await expectSoundEverywhere(visitor, 'Metrics with one');
    await page.goto(`${server.url}/ships`);
    await page.getByRole('heading', { name: /^1 ship reached users; 0 without a bet, 1 not answered/ }).waitFor();
    await expectSoundEverywhere(visitor, 'Ships');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('measures the goal: how far it came, where it may end, and the chance of the target', async () => {
    const { goal } = await server.ask('goal.draft', { statement: 'Sample shops are found by those who look for them', metric: 'Sample visits', unit: 'visits', baseline: 400, target: 430, startOn: dayAt(180), endOn: addDays(today, 90), notGoals: ['No paid posters'] });
    await server.ask('goal.propose', { goal: goal.id });
    await server.ask('goal.activate', { goal: goal.id });
    const visitor = await visit(browser, server, '/goal');
    const { page, context, complaints } = visitor;
    await tabTo(page, 'No metric');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'No metric' }).and(page.locator('[data-focused]')).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Sample shops are found by those who look for them: [\d.]+ visits in the last seven days, on the way from 400 visits to 430 visits/ }).waitFor();
    expect(await wordsOf(page.locator('main h1'))).toMatch(/As it moves by itself that is .*chance/);
    expect(await wordsOf(page.locator('figure').first())).toMatch(/Moving by itself it ends near .* visits; the target is 430 visits/);
    await expectSoundEverywhere(visitor, 'a goal that is measured');
    for (const number of await page.locator('main h1 .number').all()) {
      await number.click();
      await page.locator('#why .why-number').waitFor();
      await page.keyboard.press('Escape');
    }
    expect((await server.ask('goal.outlook', {})).metric).toBe((await server.ask('metric.get', { metric: 'M-1' })).metric.id);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
