// Measures in the page itself: from the person's own event to the first frame that shows its result. Knows no page of the product.
import type { Page } from 'playwright-core';

/**
 * Run before the page's own script. `bench.arm(shown)` waits for the next trusted pointer, key or input event, then for `shown()` to become
 * true, then for the frame that paints it; `bench.result()` gives the milliseconds between, and those spent waiting for the server.
 */
const INSTRUMENT = `(() => {
  const KINDS = ['pointerup', 'keydown', 'beforeinput'];
  let ends;
  const painted = () => new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(performance.now()); port2.postMessage(0); }));
  const asked = (from) => { const calls = performance.getEntriesByType('resource').filter((entry) => entry.startTime >= from && entry.name.includes('/api/v1/')); return calls.length === 0 ? 0 : Math.max(...calls.map((entry) => entry.responseEnd)) - Math.min(...calls.map((entry) => entry.startTime)); };
  const once = (shown, since) => new Promise((done) => {
    const look = () => { if (!shown()) return; seen.disconnect(); clearInterval(timer); painted().then((at) => { const from = since(); done([at - from, asked(from)]); }); };
    const seen = new MutationObserver(look);
    seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const timer = setInterval(look, 500);
    look();
  });
  window.bench = {
    arm(shown) {
      let began;
      const begin = (event) => { if (event.isTrusted) began = event.timeStamp; };
      for (const kind of KINDS) addEventListener(kind, begin, true);
      window.bench.answered = (name) => began !== undefined && performance.getEntriesByType('resource').some((entry) => entry.startTime >= began && entry.name.endsWith(name));
      ends = once(() => began !== undefined && shown(), () => { for (const kind of KINDS) removeEventListener(kind, begin, true); return began; });
    },
    result: () => ends,
  };
  window.bench.first = once(() => document.querySelector('main h1 .number') !== null, () => 0);
})()`;

export async function instrument(page: Page): Promise<void> {
  await page.addInitScript(INSTRUMENT);
}

export interface Sample {
  /** Milliseconds until the result was painted. */
  readonly total: number;
  /** Milliseconds of it between the first question sent and the last answer received. */
  readonly asking: number;
}

/** From the last event of `act` to the frame in which `shown`, an expression in the page, is true. */
export async function timed(page: Page, shown: string, act: () => Promise<void>): Promise<Sample> {
  await page.evaluate(`window.bench.arm(() => ${shown})`);
  await act();
  return sampleOf(page, 'window.bench.result()');
}

/** From the start of navigation to the frame with the sentence. */
export function firstScreen(page: Page): Promise<Sample> {
  return sampleOf(page, 'window.bench.first');
}

async function sampleOf(page: Page, expression: string): Promise<Sample> {
  const [total, asking] = await page.evaluate<[number, number]>(expression);
  return { total, asking };
}

/** The value below which the share `p` of the samples lies; the nearest rank. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}
