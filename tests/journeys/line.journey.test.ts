// The line, by keyboard: a calendar is kept, the line is drawn and redrawn within the room there is, water is written down three times, the
// week's decision is answered with a hand-off, its brief prints on one side, and what was decided is taken back. Also own entries and the timer.
import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/domain/kernel/instant.ts';
import { blur, expectSound, expectSoundEverywhere, fieldName, focused, tabToField, typeDay, visit, wordsOf } from './journey-browser.ts';
import type { JourneyServer } from './journey-server.ts';
import { setStage } from './journey-stage.ts';

let server: JourneyServer;
let browser: Browser;
let today: Day;
setStage({ sample: false }, async (stage) => {
  ({ server, browser } = stage);
  ({ today } = await server.ask('workspace.get', {}));
});

/** Ten weeks of two weekly meetings, and three events that cannot be read whole. */
function calendar(): Buffer {
  const start = addDays(today, -70).replaceAll('-', '');
  const weekly = (uid: string, title: string, hour: string, length: string): string[] => ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, `DTSTART:${start}T${hour}0000Z`, `DURATION:${length}`, 'RRULE:FREQ=WEEKLY;COUNT=12', 'END:VEVENT'];
  const broken = ['BEGIN:VEVENT', 'UID:back', 'SUMMARY:Backwards', `DTSTART:${start}T150000Z`, `DTEND:${start}T140000Z`, 'END:VEVENT', 'BEGIN:VEVENT', 'UID:never', 'SUMMARY:Never', 'END:VEVENT'];
  return Buffer.from(['BEGIN:VCALENDAR', 'X-WR-CALNAME:Sample weeks', ...weekly('a', 'Sprint planning', '09', 'PT1H'), ...weekly('b', 'Customer interview: Sample Shoes', '11', 'PT45M'), ...broken, 'END:VCALENDAR', ''].join('\r\n'));
}

/** Pages of a printed document. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;

async function write(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

/** Walks with `j` until the current row is called so. */
async function rowCalled(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60 && !(await focused(page)).startsWith(`${name},`); presses += 1) await page.keyboard.press('j');
  expect(await focused(page)).toMatch(new RegExp(`^${name},`));
}

describe('calendars and the line', () => {
  it('keep a calendar from a file, name what was not read, and take it back', async () => {
    const visitor = await visit(browser, server, '/calendars');
    const { page, context, complaints } = visitor;
    await page.getByRole('heading', { name: 'No calendar is kept yet.' }).waitFor();
    await expectSoundEverywhere(visitor, 'Calendars with none');
    await page.locator('input[type=file]').setInputFiles({ name: 'weeks.ics', mimeType: 'text/calendar', buffer: calendar() });
    await page.getByText('Sample weeks is kept').first().waitFor();
    await page.getByRole('heading', { name: /^1 calendar, / }).waitFor();
    expect(await wordsOf(page.getByRole('list', { name: 'Kept calendars' }))).toContain('Sample weeks');
    await blur(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('could not be read.', { exact: false }).last().waitFor();
    await expectSoundEverywhere(visitor, 'a calendar with places that were not read');
    await page.getByRole('button', { name: 'Take it away' }).click();
    await page.getByRole('heading', { name: 'No calendar is kept yet.' }).waitFor();
    await blur(page);
    await page.keyboard.press('u');
    await page.getByRole('heading', { name: /^1 calendar, / }).waitFor();
    await page.getByRole('textbox', { name: 'Friday' }).fill('09:00-13:00');
    await page.getByRole('form', { name: 'Whose calendar it is' }).getByRole('button', { name: 'Keep', exact: true }).click();
    await expect.poll(async () => (await server.ask('attention.settings', {})).hours).toMatch(/Fri 09:00-13:00/);
    for (const way of ['A secret address', 'An account']) {
      await page.goto(`${server.url}/calendars?add=1&way=${way === 'An account' ? 'account' : 'address'}`);
      await page.getByRole('tab', { name: way, selected: true }).waitFor();
      await expectSoundEverywhere(visitor, `adding by ${way.toLowerCase()}`);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('draw the line, ask which budget falls, decide on what was carried three times, and print the brief', async () => {
    const visitor = await visit(browser, server, '/backlog');
    const { page, context, complaints } = visitor;
    await blur(page);
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByRole('heading', { name: /^No line is drawn yet/ }).waitFor();
    await expectSoundEverywhere(visitor, 'no line yet');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Each kind against its line' }).waitFor();

    await page.keyboard.press('c');
    await expect.poll(() => fieldName(page)).toBe('What did you carry?');
    await page.keyboard.type('45m sales deck for Sample Shoes, asked by sales, pressed');
    expect(await wordsOf(page.locator('.read-back'))).toBe('how long 45 minutes kind Sales what deck for Sample Shoes asked by sales it was pressed');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is written down yet', { exact: false }).waitFor({ state: 'detached' });
    await write(page, '1h sales deck for Sample Books, asked by sales, pressed');
    await page.getByText('2 carries', { exact: false }).first().waitFor();
    await write(page, '30m sales demo script, asked by sales, because it was faster');
    await page.getByRole('heading', { name: /Should it be yours next time\?$/ }).waitFor();
    await expectSoundEverywhere(visitor, 'a decision waits');

    await server.ask('line.set', { kind: 'marketing', stance: 'share', budgetMinutes: 1500 });
    await page.reload();
    await page.getByRole('heading', { name: 'Each kind against its line' }).waitFor();
    await blur(page);
    await page.keyboard.press('j');
    await rowCalled(page, 'Sales');
    await page.keyboard.press('e');
    await tabToField(page, 'Hours a week');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('12');
    await page.getByText('Which falls?', { exact: false }).waitFor();
    await expectSoundEverywhere(visitor, 'which budget falls');
    await tabToField(page, 'Marketing and launch by');
    await page.keyboard.type('9');
    await page.getByText('Then there is room for it.').waitFor();
    await page.keyboard.press('Control+Enter');
    const budgets = async (): Promise<Record<string, number | undefined>> => Object.fromEntries((await server.ask('line.get', {})).charter.filter(({ kind }) => kind === 'sales' || kind === 'marketing').map(({ kind, budgetMinutes }) => [kind, budgetMinutes]));
    await expect.poll(budgets).toEqual({ sales: 720, marketing: 960 });
    await blur(page);
    await page.keyboard.press('u');
    await expect.poll(budgets).toMatchObject({ marketing: 1500 });
    await page.getByRole('listitem', { name: /^Sales, / }).locator('.charter-line').filter({ hasNotText: '12' }).waitFor();

    await page.keyboard.press('3');
    await expect.poll(() => fieldName(page)).toMatch(/^To whom/);
    await page.keyboard.type('Sample Sales Lead');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Say by which day.').waitFor();
    await tabToField(page, 'By');
    await typeDay(page, addDays(today, 28));
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/line\/brief\/hnd_/);
    await page.getByRole('heading', { level: 1, name: /Sample Sales Lead takes it over/ }).waitFor();
    await expectSoundEverywhere(visitor, 'a hand-off brief', true);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true, format: 'A4' }))).toBe(1);

    await blur(page);
    await page.keyboard.press('e');
    await tabToField(page, 'The first two weeks');
    await page.keyboard.type('They write the next deck with me beside them, then the one after it alone.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.brief').getByText('They write the next deck with me beside them', { exact: false }).waitFor();
    await page.getByRole('textbox', { name: 'In their own words' }).fill('Understood');
    await page.getByRole('button', { name: 'Record the back-brief' }).click();
    await page.getByText('A back-brief says in own words what is taken over', { exact: false }).waitFor();
    await expectSound(visitor, 'a back-brief that is too short');
    await page.getByRole('textbox', { name: 'In their own words' }).fill('From January on every deck for a sales call is mine: I ask for facts, write it, and show it only when it is done.');
    await page.getByRole('button', { name: 'Record the back-brief' }).click();
    await page.getByRole('heading', { name: 'Acknowledged' }).waitFor();
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true, format: 'A4' }))).toBe(1);

    await page.goto(`${server.url}/line`);
    await page.getByRole('heading', { name: 'What you handed off' }).waitFor();
    await expectSoundEverywhere(visitor, 'a line with a hand-off');
    await page.getByRole('button', { name: /^Take back: Sales, / }).click();
    await page.getByText('Taken back: ', { exact: false }).first().waitFor();
    expect((await server.ask('line.get', {})).charter.find(({ kind }) => kind === 'sales')?.stance).toBe('share');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('write down what was done from any page, and show the timer while it runs', async () => {
    const visitor = await visit(browser, server, '/goal');
    const { page, context, complaints } = visitor;
    await blur(page);
    await page.keyboard.press('q');
    await expect.poll(() => fieldName(page)).toBe('One line');
    await page.keyboard.type('45m qa release check, asked by the team');
    expect(await wordsOf(page.locator('.read-back'))).toBe('how long 45 minutes kind QA and testing what release check asked by the team');
    await expectSoundEverywhere(visitor, 'a line of own work');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await server.ask('attention.entries', {})).minutes).toBe(45);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await blur(page);
    await page.keyboard.press('q');
    await expect.poll(() => fieldName(page)).toBe('One line');
    await page.keyboard.type('sales deck for Sample Shoes');
    await page.getByRole('button', { name: 'Start the timer' }).click();
    const timer = page.getByRole('button', { name: /^The timer runs: Sales: deck for Sample Shoes/ });
    await timer.waitFor();
    await timer.click();
    await expectSound(visitor, 'the timer asked about');
    await page.getByRole('button', { name: 'Keep nothing of it' }).click();
    await timer.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
