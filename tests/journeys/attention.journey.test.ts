// Where the weeks went: a calendar dropped on the page, a series corrected by keyboard with what changes shown first, the share that
// moves with it, taken back, and a question answered with one key.
import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/domain/kernel/instant.ts';
import { weekStart } from '../../src/domain/kernel/calendar.ts';
import { blur, expectSoundEverywhere, hasFocus, visit, wordsOf } from './journey-browser.ts';
import type { JourneyServer } from './journey-server.ts';
import { setStage } from './journey-stage.ts';

let server: JourneyServer;
let browser: Browser;
setStage({ sample: false }, (stage) => {
  ({ server, browser } = stage);
});

/** Five series over the ten weeks up to now, and one event that cannot be read. */
function calendar(): string {
  const first = addDays(weekStart(dayOf(Date.now())), -63);
  const event = (uid: string, title: string, weekday: number, hour: number, minutes: number, ...people: string[]): string => [
    'BEGIN:VEVENT', `UID:${uid}@journey`, `SUMMARY:${title}`, `DTSTART:${addDays(first, weekday).replaceAll('-', '')}T${String(hour).padStart(2, '0')}0000Z`, `DURATION:PT${minutes}M`, 'RRULE:FREQ=WEEKLY;COUNT=16',
    'ORGANIZER:mailto:pm@sample-parcel.example', ...['pm@sample-parcel.example', ...people].map((address) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`), 'END:VEVENT',
  ].join('\r\n');
  const [lead, developer] = ['lead@sample-parcel.example', 'developer@sample-parcel.example'];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Work', event('lighthouse', 'Lighthouse circle', 0, 9, 60, lead, developer), event('refine', 'Backlog refinement', 0, 10, 60, lead, developer), event('status', 'Project status', 0, 11, 60, lead, developer), event('support', 'Support escalations', 0, 13, 30, developer), event('arch', 'Architecture review', 0, 14, 45, lead, developer), 'BEGIN:VEVENT\r\nUID:broken@journey\r\nSUMMARY:No start\r\nEND:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
}

/** As somebody would who lets go of a file over the middle of the page. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate<void>(`(() => {
    const carried = new DataTransfer();
    carried.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/calendar' }));
    for (const type of ['dragover', 'drop']) document.querySelector('main').dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
  })()`);
}

const numberIn = (page: Page, name: string) => page.locator(`main h1 [data-number="${name}"]`);
/** Accounted hours, those with customers, and water, of the sentence. */
function hoursIn(sentence: string): [number, number, number] {
  const found = /^Of ([\d.]+) accounted hours, ([\d.]+|none) were with customers; ([\d.]+) were water you carried\.$/.exec(sentence);
  if (found === null) throw new Error(`no such hours: ${sentence}`);
  const [, accounted, customers, water] = found;
  return [Number(accounted), customers === 'none' ? 0 : Number(customers), Number(water)];
}
const told = async (page: Page): Promise<string> => wordsOf(page.locator('main h1'));

describe('where the weeks went', () => {
  it('shows a dropped calendar, and moves the share when a series is corrected by keyboard, and back', async () => {
    const visitor = await visit(browser, server, '/attention');
    const { page, context, complaints } = visitor;
    await page.getByRole('heading', { name: /^No calendar is here yet/ }).waitFor();
    await expectSoundEverywhere(visitor, 'Attention without a calendar');

    await drop(page, 'work.ics', calendar());
    await page.getByRole('heading', { name: /accounted hours/ }).waitFor();
    await page.getByRole('region', { name: 'What came in' }).getByText('1 place could not be read', { exact: false }).waitFor();
    await expectSoundEverywhere(visitor, 'Attention after a calendar came in');
    const before = await told(page);
    const [accounted, customers, water] = hoursIn(before);
    const week = await server.ask('attention.week', {});
    expect(week.calendars).toMatchObject([{ name: 'Work', counted: true }]);

    await numberIn(page, 'accounted').focus();
    await page.keyboard.press('Enter');
    const events = page.getByRole('list', { name: 'Events behind the number' });
    await events.getByText('Project status').first().waitFor();
    await expectSoundEverywhere(visitor, 'the events behind a number');
    await events.getByRole('listitem').filter({ hasText: 'Project status' }).first().focus();
    await page.keyboard.press('c');
    await hasFocus(page.getByRole('combobox', { name: 'Find a kind of work' }));
    await page.keyboard.type('customer ca');
    await page.getByRole('option', { name: /^Customer calls/, selected: true }).waitFor();
    await expectSoundEverywhere(visitor, 'choosing a kind');
    await page.keyboard.press('Enter');
    await hasFocus(page.getByRole('radio', { name: 'Its whole series' }));
    await page.getByRole('button', { name: /^Change \d+ events, / }).waitFor();
    expect(await server.ask('attention.corrections', {})).toMatchObject({ total: 0 });
    await expectSoundEverywhere(visitor, 'what a correction would change');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(async () => hoursIn(await told(page))).toEqual([accounted, customers + 4, water - 4]);
    expect(await server.ask('attention.corrections', {})).toMatchObject({ total: 1, corrections: [{ title: 'Project status', kind: 'customer_call', scope: 'series', undone: false }] });

    await page.keyboard.press('Escape');
    await blur(page);
    await page.keyboard.press('u');
    await expect.poll(() => told(page)).toBe(before);
    expect(await server.ask('attention.corrections', {})).toMatchObject({ corrections: [{ undone: true }] });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('answers a question with one key, opens one event with its reasons, and turns to another week', async () => {
    const visitor = await visit(browser, server, '/attention');
    const { page, context, complaints } = visitor;
    const { questions } = await server.ask('attention.questions', {});
    const [first] = questions;
    expect(questions.length).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Answer them' }).waitFor();
    await blur(page);
    await page.keyboard.press('Enter');
    const asked = page.getByRole('list', { name: 'Questions of this week' }).getByRole('listitem');
    await hasFocus(asked.first());
    await page.keyboard.press('1');
    await expect.poll(async () => (await server.ask('attention.questions', {})).questions.length).toBe(questions.length - 1);
    const again = await server.ask('attention.event', { event: first?.event.event ?? '' });
    expect(again.event).toMatchObject({ confirmed: true, kind: first?.top3[0]?.kind });

    await asked.first().locator('a').first().press('Enter');
    await page.getByRole('heading', { name: `Why ${await wordsOf(asked.first().locator('a').first())}` }).waitFor();
    await page.locator('#why').getByText('Its series').waitFor();
    await expectSoundEverywhere(visitor, 'why an event has its kind');
    await page.keyboard.press('b');
    await page.getByRole('dialog').getByText('No bet is written down yet', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await blur(page);
    await page.keyboard.press(',');
    await page.keyboard.press(',');
    const last = addDays(weekStart(dayOf(Date.now())), -7);
    await page.waitForURL((url) => url.searchParams.get('week') === last);
    await expect.poll(() => told(page)).toMatch(/^Of [34](\.\d)? accounted hours/);
    await page.keyboard.press('t');
    await page.getByRole('rowheader').first().waitFor();
    await expectSoundEverywhere(visitor, 'one week, as a table');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
