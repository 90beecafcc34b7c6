import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { staticFrame } from './chart-frame.ts';
import { IntervalPlot } from './IntervalPlot.tsx';
import { columnName, UnitChart, unitOf, type UnitChartData } from './UnitChart.tsx';

const backlog = (times: number): UnitChartData => ({
  columns: [
    { id: '0', label: 'under 30', short: '<30', counts: { solid: 50 * times, tone: 11 * times, open: 13 * times } },
    { id: '365', label: '365 to 540', short: '365+', counts: { solid: 2 * times, bad: 32 * times }, estimate: { share: 0.047, low: 0.026, high: 0.072, flagged: true } },
  ],
  line: 0.1,
  upper: { words: ['Open items'] },
  lower: { words: ['Finished'], more: [], short: 'Finished' },
});
const squares = (html: string): number => (html.match(/h-\d+(?:\.\d+)?z/g) ?? []).length;

describe('the Backlog picture', () => {
  it('draws one square per item on a server, without a browser', () => {
    const html = renderToStaticMarkup(<UnitChart data={backlog(1)} frame={staticFrame(712)} label="Open items by days untouched." />);
    expect(squares(html)).toBe(108);
    expect(html).toContain('role="img"');
    expect(html).toContain('aria-label="Open items by days untouched."');
    expect(html).toContain('>4.7%<');
    expect(html).not.toContain('style=');
  });

  it('lets a square stand for more items when there are many, and says how many', () => {
    const data = backlog(1_000);
    const unit = unitOf(data, staticFrame(1080));
    const html = renderToStaticMarkup(<UnitChart data={data} frame={staticFrame(1080)} label="x" />);
    expect(unit).toBeGreaterThan(1);
    expect(squares(html)).toBeLessThan(1_000);
    expect(html).toContain('>74,000<');
  });

  it('says "no estimate" where there is none', () => {
    expect(renderToStaticMarkup(<UnitChart data={backlog(1)} frame={staticFrame(1080)} label="x" />)).toContain('no estimate');
  });

  it('names a column for a screen reader', () => {
    expect(columnName(backlog(1).columns[1]!)).toBe('34 items, 365 to 540 days');
  });

  it('keeps every mark inside its width', () => {
    for (const width of [350, 520, 712, 1080]) {
      const html = renderToStaticMarkup(<UnitChart data={backlog(1)} frame={staticFrame(width)} label="x" />);
      const rights = [...html.matchAll(/M(-?[\d.]+) -?[\d.]+h([\d.]+)v/g)].map((found) => Number(found[1]) + Number(found[2]));
      expect(Math.max(...rights)).toBeLessThanOrEqual(width);
    }
  });
});

describe('an interval', () => {
  const data = { rows: [{ id: 'b-7', name: '', mid: 4.5, low: 2.8, high: 6.2, tone: 'good' as const }], bar: { value: 2, label: 'bar +2' }, promised: { low: 3, high: 8, label: 'you promised 3 to 8' }, signed: true };

  it('stands beside zero, the bar and what was promised', () => {
    const html = renderToStaticMarkup(<IntervalPlot data={data} frame={staticFrame(760)} label="x" />);
    for (const words of ['bar +2', 'you promised 3 to 8', '+4.5']) expect(html).toContain(words);
  });

  it('does not tell the result while it is covered', () => {
    expect(renderToStaticMarkup(<IntervalPlot data={{ ...data, covered: true }} frame={staticFrame(760)} label="x" />)).not.toContain('+4.5');
  });
});
