// What a person does in the web benchmark, and by what the page shows that it is done. Every question is a new one: a page is loaded
// afresh before a question would be answered from the browser's own memory.
import type { Browser, Page } from 'playwright-core';
import type { JourneyServer } from '../tests/journeys/journey-server.ts';
import { settled } from '../tests/journeys/settled.ts';
import type { SearchWords } from './web-house.ts';
import { firstScreen, instrument, timed, type Sample } from './web-measure.ts';

export interface Bench {
  readonly browser: Browser;
  readonly server: JourneyServer;
  readonly words: SearchWords;
  /** How often each is measured at least. */
  readonly least: number;
}

export interface Action {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<Sample[]>;
}

const LIST = "(document.querySelector('main h1')?.textContent ?? '') + [...document.querySelectorAll('[data-row-index] .row-key')].slice(0, 5).map((key) => key.textContent).join()";
const LISTED = `document.querySelector('.items [aria-busy=true], main .skeleton') === null && document.querySelector('.items [data-row-index], .items .quiet-tab') !== null && ((${LIST}) !== window.listBefore || document.querySelector('.items .quiet-tab') !== null && window.bench.answered('item.list'))`;

async function open({ browser, server }: Bench): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await instrument(page);
  await page.goto(server.opening);
  await settled(page);
  return page;
}

async function show(page: Page, { server }: Bench, path: string, ready: string): Promise<void> {
  await page.goto(`${server.url}${path}`);
  await page.locator(ready).first().waitFor();
  await settled(page);
}

async function listed(page: Page, act: () => Promise<void>): Promise<Sample> {
  await page.evaluate(`window.listBefore = ${LIST}`);
  return timed(page, LISTED, act);
}

const ITEMS = '/backlog?view=items';
const ROW = '[data-row-index]';

/** Chooses one entry of a filter's menu; only the choice is timed. */
function choices(name: string, button: string, path = ITEMS): Action {
  return {
    name,
    run: async (bench) => {
      const page = await open(bench);
      const samples: Sample[] = [];
      for (;;) {
        await show(page, bench, path, ROW);
        const at = (await page.locator('.filter-menus button').allTextContents()).findIndex((words) => words.includes(button));
        const menu = page.locator('.filter-menus button').nth(at);
        await menu.click();
        const count = await page.locator('.popover .menu-item').count();
        await page.keyboard.press('Escape');
        for (let n = 1; n < count && samples.length < bench.least; n += 1) {
          await menu.click();
          const entry = page.locator('.popover .menu-item').nth(n);
          await entry.scrollIntoViewIfNeeded();
          samples.push(await listed(page, () => entry.click()));
        }
        if (samples.length >= bench.least) break;
      }
      await page.context().close();
      return samples;
    },
  };
}

function searches(name: string, of: keyof SearchWords): Action {
  return {
    name,
    run: async (bench) => {
      const page = await open(bench);
      await show(page, bench, `${ITEMS}&statusClass=all`, ROW);
      const samples: Sample[] = [];
      for (const words of bench.words[of]) {
        const { items } = await bench.server.ask('item.list', { search: words, statusClass: 'all', limit: 5 });
        // Where the words find what is shown already there is nothing to wait for.
        if ((await page.evaluate<string>(LIST)).endsWith(items.map(({ key }) => key).join(','))) continue;
        // All at once, as if pasted: what a hand types letter by letter is as many questions, each as long as this one.
        await page.locator('.search-words input').focus();
        await page.keyboard.press('ControlOrMeta+a');
        samples.push(await listed(page, () => page.keyboard.insertText(words)));
      }
      await page.context().close();
      return samples;
    },
  };
}

const opened: Action = {
  name: 'open the list of all items',
  run: async (bench) => {
    const page = await open(bench);
    const samples: Sample[] = [];
    while (samples.length < bench.least) {
      await show(page, bench, '/backlog', '.row.cull');
      samples.push(await listed(page, () => page.getByRole('link', { name: 'All items' }).click()));
    }
    await page.context().close();
    return samples;
  },
};

const nextPage: Action = {
  name: 'next page of the list',
  run: async (bench) => {
    const page = await open(bench);
    await show(page, bench, ITEMS, ROW);
    await page.keyboard.press('j');
    const samples: Sample[] = [];
    while (samples.length < bench.least) {
      const last = await page.evaluate<number>("Math.max(...[...document.querySelectorAll('[data-row-index]')].map((row) => Number(row.dataset.rowIndex)))");
      samples.push(await timed(page, `[...document.querySelectorAll('[data-row-index]')].some((row) => Number(row.dataset.rowIndex) > ${last + 20})`, () => page.keyboard.press('End')));
      await settled(page);
    }
    await page.context().close();
    return samples;
  },
};

const item: Action = {
  name: 'open an item',
  run: async (bench) => {
    const page = await open(bench);
    const samples: Sample[] = [];
    await show(page, bench, ITEMS, ROW);
    for (let n = 0; samples.length < bench.least; n += 1) {
      const key = page.locator(`[data-row-index="${n}"] .row-key a`);
      await key.waitFor();
      await key.scrollIntoViewIfNeeded();
      const title = await page.locator(`[data-row-index="${n}"] .row-title`).innerText();
      samples.push(await timed(page, `location.pathname.startsWith('/item/') && document.querySelector('main .skeleton') === null && document.querySelector('main h1')?.textContent === ${JSON.stringify(title)}`, () => key.click()));
      await page.goBack();
      await page.locator(ROW).first().waitFor();
    }
    await page.context().close();
    return samples;
  },
};

const numbers: Action = {
  name: 'open a number',
  run: async (bench) => {
    const page = await open(bench);
    const samples: Sample[] = [];
    while (samples.length < bench.least) {
      await show(page, bench, '/backlog', '.row.cull');
      const ids = await page.evaluate<string[]>("[...new Set([...document.querySelectorAll('main [data-number]')].map((element) => element.dataset.number))]");
      for (const id of ids) {
        await page.locator(`main [data-number="${id}"]`).first().focus();
        samples.push(await timed(page, "document.querySelector('#why .why-number') !== null && document.querySelector('#why .skeleton') === null", () => page.keyboard.press('Enter')));
        await page.keyboard.press('Escape');
        await page.locator('#why').waitFor({ state: 'hidden' });
      }
    }
    await page.context().close();
    return samples;
  },
};

const tabs: Action = {
  name: 'switch to the findings of a rule',
  run: async (bench) => {
    const page = await open(bench);
    const samples: Sample[] = [];
    while (samples.length < bench.least) {
      await show(page, bench, '/backlog', '.row.cull');
      const tab = page.getByRole('tablist', { name: 'Findings by rule' }).getByRole('tab');
      for (let n = 1; n < await tab.count(); n += 1) {
        const id = await tab.nth(n).getAttribute('data-key');
        samples.push(await timed(page, `document.querySelectorAll('[role=tab]')[${n}].getAttribute('aria-selected') === 'true' && document.querySelector('[role=tabpanel] .skeleton') === null && document.querySelector('[role=tabpanel] [data-row-index], [role=tabpanel] .quiet-tab') !== null && new URL(location.href).searchParams.get('rule') === ${JSON.stringify(id)}`, () => tab.nth(n).click()));
      }
    }
    await page.context().close();
    return samples;
  },
};

export const ACTIONS: readonly Action[] = [
  opened, nextPage,
  choices('filter by status', 'Status:'), choices('filter by path', 'Path:'), choices('filter by finding', 'Finding:'), choices('filter by age', 'age'), choices('filter by label', 'abel'), choices('filter by type', 'ype'),
  choices('filter by assignee', 'ssignee'), choices('sort open items', 'Order:'), choices('sort all items', 'Order:', `${ITEMS}&statusClass=all`),
  searches('search: a rare word', 'rare'), searches('search: a common word', 'common'), searches('search: two words', 'two'), searches('search: the beginning of a word', 'prefix'),
  item, numbers, tabs,
];

/** Each in a new browser profile, so that nothing is cached; the server is warm. */
export async function firstScreens({ browser, server, least }: Bench): Promise<Sample[]> {
  const samples: Sample[] = [];
  while (samples.length < least / 2) {
    const signIn = await browser.newContext();
    await (await signIn.newPage()).goto(server.opening);
    const state = await signIn.storageState();
    await signIn.close();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState: state });
    const page = await context.newPage();
    await instrument(page);
    await page.goto(`${server.url}/`);
    samples.push(await firstScreen(page));
    await context.close();
  }
  return samples;
}
