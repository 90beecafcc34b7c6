import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../domain/kernel/instant.ts';
import { sampleCounterfactual, sampleEffect, sampleFan, sampleMetric } from '../../design/sample-outcomes.ts';
import { staticFrame, type PointProps } from '../chart-frame.ts';
import { counterfactualSummary, counterfactualTable, counterfactualUnit } from './counterfactual.ts';
import { CounterfactualChart } from './CounterfactualChart.tsx';
import { effectOverTimeSummary, effectOverTimeTable, readingOf } from './effect-over-time.ts';
import { EffectOverTimeChart } from './EffectOverTimeChart.tsx';
import { fanSummary, fanTable } from './fan.ts';
import { FanChart } from './FanChart.tsx';
import { metricHistorySummary, metricHistoryTable, metricHistoryUnit } from './metric-history.ts';
import { MetricChart } from './MetricChart.tsx';

const draw = (element: ReactElement): string => renderToStaticMarkup(element);
const count = (html: string, part: string): number => html.split(part).length - 1;
const LONG = 'Store credit in several currencies at once, so that shops with customers abroad do not convert by hand and never explain a rounding difference';

describe('the counterfactual picture', () => {
  const data = sampleCounterfactual();

  it('draws one line per run without a gap, the band, the rollout and the window', () => {
    const html = draw(<CounterfactualChart data={data} frame={staticFrame(1080)} />);
    expect(count(html, 'class="actual"')).toBe(3);
    for (const part of ['class="expected-band"', 'class="rollout"', 'class="window"', 'class="difference"', 'read over 29 Aug to 15 Nov', 'What happened', 'Expected without it']) expect(html, part).toContain(part);
    expect(html).not.toContain('style=');
  });

  it('names this ship in bold and the others beside it', () => {
    const html = draw(<CounterfactualChart data={data} frame={staticFrame(1080)} />);
    expect(html).toMatch(/class="t-bold"[^>]*>A label in the box</);
    for (const name of ['Reminder e-mail', 'Shorter form']) expect(html).toContain(`>${name}<`);
  });

  it('says the same in words: both means, the effect, other ships, missing days', () => {
    const words = counterfactualSummary(data);
    expect(words).toContain('A label in the box on 18 August 2026');
    expect(words).toMatch(/it was 55\.6% where 52\.3% was expected without the ship: \+3\.3 points \(\+1\.6 to \+5 points, 95% interval\)/);
    expect(words).toContain('Other ships: Reminder e-mail, 9 Jun; Shorter form, 22 Sep.');
    expect(words).toContain('6 days have no value.');
  });

  it('has a table with a row per day, the newest first, and words where there is no value', () => {
    const table = counterfactualTable(data);
    expect(table.rows).toHaveLength(data.actual.length);
    expect(table.rows[0]?.[0]).toBe('2026-11-15');
    expect(table.rows.find(([day]) => day === '2026-06-25')?.[1]).toBe('no value');
    expect(table.rows.find(([day]) => day === '2026-08-18')?.[4]).toBe('A label in the box; rollout, left out');
  });

  it('draws the history alone when nothing could be expected and nothing was read out', () => {
    const html = draw(<CounterfactualChart data={{ ...data, expected: [], window: undefined, rolloutUntil: undefined }} frame={staticFrame(760)} />);
    expect(html).not.toContain('class="difference"');
    expect(html).not.toContain('Expected without it');
    expect(counterfactualUnit({ ...data, expected: [], rolloutUntil: undefined })).toBe('Share of returns dropped off within 3 days, daily dots and 7-day mean');
  });

  it('shows a lone value as a dot, since it has nothing to join', () => {
    const html = draw(<CounterfactualChart data={{ ...data, grain: 'week', otherShips: [], window: undefined, expected: [], actual: [{ day: '2026-08-03', value: 1 }, { day: '2026-08-10', value: null }, { day: '2026-08-17', value: 2 }] }} frame={staticFrame(760)} />);
    expect(count(html, '<circle')).toBe(2);
    expect(html).not.toContain('class="actual"');
  });

  it('cuts a long name, and names at most three ships', () => {
    const otherShips = Array.from({ length: 9 }, (_, at) => ({ day: addDays('2026-05-01', at * 12), name: `${LONG} ${at}` }));
    const html = draw(<CounterfactualChart data={{ ...data, otherShips }} frame={staticFrame(350)} />);
    const drawn = html.replace(/aria-label="[^"]*"/, '');
    expect(count(drawn, '>Store')).toBe(2);
    expect(drawn).not.toContain(LONG);
  });

  it('opens its points when the page lets it', () => {
    const asked: string[] = [];
    draw(<CounterfactualChart data={data} frame={{ width: 760, narrow: false, point: (id): PointProps | undefined => { asked.push(id); return undefined; } }} />);
    expect(asked).toContain('point-2026-08-18');
    expect(asked).not.toContain('point-2026-06-25');
  });
});

describe('the effect over time', () => {
  it('has a bar for each week it can speak of, hollow where the interval holds zero', () => {
    const html = draw(<EffectOverTimeChart data={sampleEffect('week')} frame={staticFrame(1080)} />);
    expect(count(html, 'class="filled"')).toBe(10);
    expect(count(html, 'class="hollow"')).toBe(1);
    expect(html).toContain('+2 points would matter');
  });

  it('is a band with a line, broken at the gap, when the days are many', () => {
    const html = draw(<EffectOverTimeChart data={sampleEffect('day')} frame={staticFrame(1080)} />);
    expect(html).not.toContain('class="filled"');
    expect(html.match(/fill="var\(--band\)"/g)).toHaveLength(1);
    expect(html.match(/ d="(M[^"]*Z[^"]*M)/)).not.toBeNull();
  });

  it('puts the minimum below zero when less is hoped for', () => {
    const data = { ...sampleEffect('week'), direction: 'down' as const };
    expect(draw(<EffectOverTimeChart data={data} frame={staticFrame(1080)} />)).toContain('−2 points would matter');
    expect(effectOverTimeSummary(data)).toContain('The smallest effect that would matter is −2 points.');
  });

  it('reads an interval by the direction hoped for, and one without bounds as open', () => {
    expect([readingOf(0.1, 0.2, 'up'), readingOf(0.1, 0.2, 'down'), readingOf(-0.1, 0.2, 'up'), readingOf(null, null, 'up'), readingOf(null, -0.1, 'down')]).toEqual(['beyond', 'against', 'open', 'open', 'beyond']);
  });

  it('says "cannot tell" in the table for a week without an effect', () => {
    expect(effectOverTimeTable(sampleEffect('week')).rows[5]).toEqual(['2026-10-03', 'cannot tell', '']);
  });
});

describe('a metric’s history', () => {
  const data = sampleMetric();

  it('breaks at the gap, dots what was revised and hatches the days that should be there', () => {
    const html = draw(<MetricChart data={data} frame={staticFrame(1080)} />);
    expect(count(html, 'class="actual"')).toBe(2);
    expect(count(html, 'class="revised"')).toBe(1);
    expect(html).toContain('class="stale"');
    expect(html).toContain('not read since 16 November');
  });

  it('says so in words', () => {
    expect(metricHistorySummary(data)).toContain('2 weeks have no value. 5 values were revised by the source. The source is not read since 16 November.');
    expect(metricHistoryUnit(data)).toContain('dotted: as first read');
    expect(metricHistoryTable(data).rows.some((row) => row[2] !== '')).toBe(true);
  });

  it('shows nothing stale when the source is fresh', () => {
    expect(draw(<MetricChart data={{ ...data, stale: undefined }} frame={staticFrame(1080)} />)).not.toContain('class="stale"');
  });
});

describe('the fan to a goal', () => {
  const data = sampleFan();

  it('shows the line, the fan, the target, both ends and the chance in words', () => {
    const html = draw(<FanChart data={data} frame={staticFrame(1080)} />);
    for (const words of ['Target 50% by 18 February', '40.3% now', 'carrier holiday', 'as it goes', 'with the bets', '>50%<', 'Chance of reaching it: 10% as it goes, 35% with the bets.']) expect(html, words).toContain(words);
    expect(count(html, 'class="actual"')).toBe(2);
  });

  it('uses shorter words when narrow', () => {
    const html = draw(<FanChart data={data} frame={staticFrame(350)} label="x" />);
    expect(html).toContain('>holiday<');
    expect(html).not.toContain('carrier holiday');
  });

  it('says nothing of a chance nobody computed', () => {
    const ends = data.ends.map((end) => ({ ...end, chance: undefined }));
    expect(fanSummary({ ...data, ends })).not.toContain('Chance');
    expect(fanTable(data).rows.at(-1)).toEqual(['By 2027-02-17, with the bets', '48.4%', '', '43.3 to 53.9%']);
  });
});

describe('every picture over time', () => {
  it('draws nothing rather than an empty axis when no value was read', () => {
    const frame = staticFrame(350);
    const none = [{ day: '2026-01-01', value: null }];
    expect(draw(<CounterfactualChart data={{ ...sampleCounterfactual(), actual: none }} frame={frame} />)).toBe('');
    expect(draw(<MetricChart data={{ ...sampleMetric(), points: [] }} frame={frame} />)).toBe('');
    expect(draw(<FanChart data={{ ...sampleFan(), points: none }} frame={frame} />)).toBe('');
    expect(draw(<EffectOverTimeChart data={{ ...sampleEffect('week'), points: [{ day: '2026-01-01', value: null, low: null, high: null }] }} frame={frame} />)).toBe('');
    expect(metricHistorySummary({ ...sampleMetric(), points: [] })).toBe('Returns started: no value was read.');
  });

  it('never writes what is no number, whatever the values and the width', () => {
    const values = fc.array(fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { nil: null }), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(values, fc.constantFrom(240, 350, 760, 1080), (some, width) => {
      const actual = some.map((value, at) => ({ day: addDays('2026-08-10', at), value }));
      const html = draw(<CounterfactualChart data={{ ...sampleCounterfactual(), actual }} frame={staticFrame(width)} label="x" />) + draw(<MetricChart data={{ ...sampleMetric(), grain: 'day', points: actual, target: undefined }} frame={staticFrame(width)} label="x" />);
      return !/NaN|Infinity|undefined/.test(html);
    }), { numRuns: 60 });
  });
});
