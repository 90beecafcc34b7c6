import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { SAMPLE_SIGNAL, SAMPLE_SPLIT, sampleWeeks } from '../../design/sample-attention.ts';
import { staticFrame } from '../chart-frame.ts';
import { eightyTwentySummary, eightyTwentyTable, splitWords } from './eighty-twenty.ts';
import { EightyTwentyBar } from './EightyTwentyBar.tsx';
import { EmptyWeekBars } from './EmptyWeekBars.tsx';
import { hoursSaid, hoursShort, hoursText } from './hours.ts';
import { gaugeReach, gaugeWords, LineGauge } from './LineGauge.tsx';
import { SignalStrip } from './SignalStrip.tsx';
import { apart, partName, pileOf, weekBarsSummary, weekBarsTable } from './week-bars.ts';
import { WeekBars } from './WeekBars.tsx';

const draw = (element: ReactElement): string => renderToStaticMarkup(element);
const count = (html: string, part: string): number => html.split(part).length - 1;
const WIDTHS = [240, 350, 760, 1080];

describe('minutes as hours', () => {
  it('writes one decimal in columns, none that says nothing in sentences, and minutes under an hour', () => {
    expect([hoursText(708), hoursText(0), hoursText(90_000)]).toEqual(['11.8', '0.0', '1,500.0']);
    expect([hoursShort(600), hoursShort(90)]).toEqual(['10', '1.5']);
    expect([hoursSaid(60), hoursSaid(708), hoursSaid(25), hoursSaid(1), hoursSaid(0)]).toEqual(['1 hour', '11.8 hours', '25 minutes', '1 minute', '0 hours']);
  });
});

describe('a kind against its line', () => {
  const gauge = { minutes: 708, confirmedMinutes: 666, lineMinutes: 1920, reachMinutes: 1980 };

  it('draws what is confirmed solid, what is guessed hatched, and the line', () => {
    const html = draw(<LineGauge {...gauge} />);
    expect(html).toContain('width="33.64%"');
    expect(html).toContain('x="33.64%" y="4.5" width="2.12%"');
    expect(html).toContain('x1="96.97%"');
    expect(html).toContain('aria-label="11.8 hours, of which 42 minutes guessed; the line is 32 hours"');
  });

  it('draws no part that is nothing, and no line where none is drawn', () => {
    const html = draw(<LineGauge minutes={60} confirmedMinutes={60} reachMinutes={60} />);
    expect(html).not.toContain('gauge-guessed');
    expect(html).not.toContain('gauge-line');
    expect(gaugeWords({ minutes: 0, confirmedMinutes: 0 })).toBe('0 hours; no line');
    expect(gaugeWords({ minutes: 60, confirmedMinutes: 0, lineMinutes: 0 })).toBe('1 hour, all guessed; the line is 0 hours');
  });

  it('keeps within its place whatever it is given', () => {
    const html = draw(<LineGauge minutes={500} confirmedMinutes={60} lineMinutes={900} reachMinutes={100} />);
    expect([...html.matchAll(/="([\d.]+)%"/g)].map(([, place]) => Number(place))).toEqual([100, 60, 60, 40, 100, 100, 100, 100]);
  });

  it('gives rows that are compared one reach', () => {
    expect(gaugeReach([{ minutes: 100 }, { minutes: 50, lineMinutes: 200 }])).toBe(206);
    expect(gaugeReach([])).toBeCloseTo(61.8);
  });
});

describe('weeks as bars', () => {
  const data = sampleWeeks();

  it('piles customers, core, water, technical, rest, unsorted and no trace from the ground, confirmed under guessed', () => {
    const pile = pileOf({ from: '2026-11-16', whole: true, minutes: { water: 60, customers: 120, none: 30 }, confirmed: { water: 45 } });
    expect(pile).toEqual([{ part: 'customers', from: 0, to: 120, sureTo: 0 }, { part: 'water', from: 120, to: 180, sureTo: 165 }, { part: 'none', from: 180, to: 210, sureTo: 180 }]);
  });

  it('draws what is sure solid, what is guessed hatched, the line across, and a label for each part of the last week', () => {
    const html = draw(<WeekBars data={data} frame={staticFrame(760)} />);
    expect(count(html, 'class="week-sure"')).toBe(40);
    expect(count(html, 'class="week-guessed"')).toBe(40);
    expect(count(html, 'class="week-line"')).toBe(1);
    for (const words of ['customers', 'other core work', 'water carried', 'technical', 'people and rest', 'not sorted yet', 'no trace, left open', 'your line, 8 hours', '16 Nov']) expect(html, words).toContain(`>${words}<`);
  });

  it('stays within its width with whole numbers at every width, with and without weeks', () => {
    for (const width of WIDTHS) {
      for (const weeks of [data.weeks, data.weeks.slice(0, 1), []]) {
        const html = draw(<WeekBars data={{ ...data, weeks }} frame={staticFrame(width)} />);
        expect(html).not.toMatch(/NaN|Infinity|height="-/);
        for (const [, x, wide] of html.matchAll(/<rect[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"/g)) expect(Number(x) + Number(wide)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('says the last week in one sentence, and every week as a row', () => {
    expect(weekBarsSummary(data)).toBe('8 weeks from 28 Sept to that of 16 Nov. In the last: 2 hours with customers, 10.2 other core work, 9.3 water, 2.4 without a trace; your line for customers is 8.');
    expect(weekBarsSummary({ ...data, weeks: [] })).toBe('No week to show.');
    const table = weekBarsTable(data);
    expect(table.head).toEqual(['Week of', 'customers', 'other core work', 'water carried', 'technical', 'people and rest', 'not sorted yet', 'no trace, left open', 'confirmed']);
    expect(table.rows.at(-1)).toEqual(['16 Nov, cut', '2.0', '10.2', '9.3', '2.6', '2.8', '1.0', '2.4', '39%']);
    expect(partName('water', data.weeks[0]!)).toBe('Water carried, week of 28 Sept: 8.5 hours');
  });

  it('moves labels apart without leaving the picture', () => {
    expect(apart([170, 168, 100, 98], 15, 178, 10)).toEqual([170, 155, 100, 85]);
    expect(apart([20, 18, 16], 15, 178, 10)).toEqual([40, 25, 10]);
  });

  it('shows the form without a number while there is nothing', () => {
    for (const width of WIDTHS) expect(draw(<EmptyWeekBars frame={staticFrame(width)} />)).not.toMatch(/NaN|height="-|>[^<]*\d[^<]*</);
  });
});

describe('user problems beside technical work', () => {
  it('is as long as its share of the hours and marks eighty within it', () => {
    const html = draw(<EightyTwentyBar data={SAMPLE_SPLIT} frame={staticFrame(760)} />);
    expect(html).toContain('class="tick-80" x1="334.4"');
    for (const words of ['User problems 83', 'technical 17', 'the other 45% of your hours', '72 to 89 once the guesses are settled']) expect(html, words).toContain(words);
  });

  it('adds up to a hundred in words and in its table, whatever the shares', () => {
    expect(splitWords({ userMinutes: 1, technicalMinutes: 1, shareOfWeek: 0.1 })).toBe('50 to 50');
    expect(eightyTwentyTable({ userMinutes: 60, technicalMinutes: 60, shareOfWeek: 0.5 }).rows).toEqual([['User problems', '1.0', '50%', '25%'], ['Technical work', '1.0', '50%', '25%'], ['Neither', '2.0', '', '50%']]);
    expect(eightyTwentySummary(SAMPLE_SPLIT)).toContain('83 to 17');
  });

  it('is drawn for a sliver and for a whole week', () => {
    for (const width of WIDTHS) for (const shareOfWeek of [0.02, 0.55, 1]) for (const userMinutes of [0, 5, 400]) expect(draw(<EightyTwentyBar data={{ userMinutes, technicalMinutes: 5, shareOfWeek }} frame={staticFrame(width)} />)).not.toMatch(/NaN|width="-/);
  });
});

describe('a signal on its own baseline', () => {
  it('has a band only where there is a usual range, and opens a dot outside it', () => {
    const html = draw(<SignalStrip {...SAMPLE_SIGNAL} width={180} label="Ten weeks." />);
    expect([count(html, 'class="usual"'), count(html, 'class="outside"'), count(html, '<circle')]).toEqual([1, 1, 10]);
    const few = draw(<SignalStrip weeks={[1, null, 2]} usual={null} width={180} label="Two weeks." />);
    expect([count(few, 'class="usual"'), count(few, '<circle')]).toEqual([0, 2]);
  });

  it('is drawn when every week is the same, and when there is none', () => {
    for (const weeks of [[3, 3, 3], [], [null, null]]) expect(draw(<SignalStrip weeks={weeks} usual={null} width={180} label="None." />)).not.toContain('NaN');
  });
});
