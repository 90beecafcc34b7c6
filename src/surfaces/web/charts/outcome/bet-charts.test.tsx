import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { sampleBets, sampleDetectability, sampleExperiment, sampleManyBets, sampleStrip } from '../../design/sample-outcomes.ts';
import { staticFrame } from '../chart-frame.ts';
import { betIntervalsSummary, betIntervalsTable, reachOf, toneOf, type BetIntervalRow } from './bet-intervals.ts';
import { BetIntervals } from './BetIntervals.tsx';
import { figureTable } from './chart-table.ts';
import { answers, detectabilitySummary, detectabilityTable } from './detectability.ts';
import { DetectabilityChart } from './DetectabilityChart.tsx';
import { experimentSummary, experimentTable } from './experiment.ts';
import { ExperimentChart } from './ExperimentChart.tsx';
import { inFull, reliabilityCurveSummary, reliabilitySummary, reliabilityTable } from './reliability.ts';
import { ReliabilityCurve } from './ReliabilityCurve.tsx';
import { ReliabilityStrip } from './ReliabilityStrip.tsx';
import { StaticFigure } from './StaticFigure.tsx';

const draw = (element: ReactElement): string => renderToStaticMarkup(element);
const count = (html: string, part: string): number => html.split(part).length - 1;
const WIDTHS = [240, 350, 760, 1080];
const LONG = 'Store credit in several currencies at once, so that shops with customers abroad do not convert by hand';

describe('all bets on one axis', () => {
  const data = sampleBets();

  it('has an interval where there is one, an outline with its reason where there is none, and the verdict as a word', () => {
    const html = draw(<BetIntervals data={data} frame={staticFrame(1080)} />);
    expect(count(html, 'class="interval"')).toBe(4);
    expect(count(html, 'class="no-effect"')).toBe(3);
    for (const words of ['two bets share this window', 'won, C', 'lost, A', 'no difference, A', 'cannot tell, D', 'running', 'not shipped']) expect(html, words).toContain(words);
  });

  it('cuts the interval of one hopeless bet with arrows instead of flattening the others', () => {
    expect(count(draw(<BetIntervals data={data} frame={staticFrame(1080)} />), 'class="cut"')).toBe(2);
    expect(reachOf(data)[1]).toBeLessThan(0.37);
  });

  it('cuts an interval that has no bound at all', () => {
    const rows: BetIntervalRow[] = [{ id: 'b', name: 'B', standing: 'cannot-tell', effect: { value: 0.1, low: null, high: null } }];
    const html = draw(<BetIntervals data={{ ...data, rows }} frame={staticFrame(760)} />);
    expect(count(html, 'class="cut"')).toBe(2);
    expect(html).not.toContain('NaN');
  });

  it('colours only a win and a loss that is wholly below zero', () => {
    expect(data.rows.map(toneOf)).toEqual(['good', 'plain', 'bad', 'plain', 'plain', 'plain', 'plain']);
    expect(toneOf({ id: 'b', name: 'B', standing: 'lost', effect: { value: 0.01, low: 0.001, high: 0.02 } })).toBe('plain');
  });

  it('cuts a long name and keeps it whole in a title and in the table', () => {
    const rows = data.rows.map((row) => ({ ...row, name: LONG }));
    const html = draw(<BetIntervals data={{ ...data, rows }} frame={staticFrame(350)} label="x" />);
    expect(count(html, `<title>${LONG}</title>`)).toBe(rows.length);
    expect(html).toContain('…</text>');
    expect(betIntervalsTable({ ...data, rows }).rows[0]?.[0]).toBe(LONG);
  });

  it('says how many stand where', () => {
    expect(betIntervalsSummary(data)).toContain('7 bets: 1 won, 1 lost, 1 no difference, 2 cannot tell, 1 running, 1 not shipped.');
    expect(betIntervalsSummary({ ...data, rows: [] })).toBe('No bet has been placed.');
    expect(draw(<BetIntervals data={{ ...data, rows: [] }} frame={staticFrame(350)} />)).toBe('');
  });
});

describe('what was said and what happened', () => {
  it('lists each bet and draws no statistic under ten settled', () => {
    const html = draw(<ReliabilityStrip data={sampleStrip()} frame={staticFrame(760)} />);
    expect(count(html, 'said ') - count(html.match(/aria-label="[^"]*"/)?.[0] ?? '', 'said ')).toBe(6);
    expect([count(html, 'class="happened"'), count(html, 'class="did-not"'), count(html, 'class="cannot-tell"'), count(html, 'class="not-settled"')]).toEqual([2, 2, 1, 1]);
    expect(html).not.toContain('ordinary');
    expect(reliabilitySummary(sampleStrip())).toContain('Too few for any number about your calibration.');
  });

  it('stacks the bets and says what would be ordinary from ten settled on', () => {
    const data = sampleManyBets();
    const html = draw(<ReliabilityStrip data={data} frame={staticFrame(760)} />);
    expect(count(html, 'class="happened"') + count(html, 'class="did-not"') + count(html, 'class="cannot-tell"')).toBe(26);
    expect(html).toContain('You said about 75%, 5 of 9 happened; 5 to 9 of 9 would be ordinary.');
    expect(inFull({ said: 0.9, count: 1, happened: 0, low: 1, high: 1 })).toBe('You said about 90%, 0 of 1 happened; 1 of 1 would be ordinary.');
  });

  it('has a curve of steps with a mark for every settled bet', () => {
    const data = sampleManyBets();
    const html = draw(<ReliabilityCurve data={data} frame={staticFrame(350)} />);
    expect(count(html, 'class="rug"')).toBe(24);
    expect(html).toContain('class="ordinary"');
    expect(draw(<ReliabilityCurve data={{ ...data, curve: [] }} frame={staticFrame(350)} />)).toBe('');
    expect(draw(<ReliabilityCurve data={{ ...data, bets: sampleStrip().bets }} frame={staticFrame(350)} />), 'four settled bets are no curve').toBe('');
    expect(reliabilityCurveSummary({ ...data, curve: [] })).toBe('No curve: too few settled bets.');
    expect(reliabilityTable(data).rows).toHaveLength(26);
  });
});

describe('what a metric can answer', () => {
  const data = sampleDetectability();

  it('hatches what it cannot see and says where it cannot answer', () => {
    const html = draw(<DetectabilityChart data={data} frame={staticFrame(760)} />);
    expect(count(html, 'class="unseen"')).toBe(2);
    expect(count(html, 'class="cannot-answer"')).toBe(1);
    for (const words of ['you hope for 2 to 20%', '3% would matter', 'sees 5.2% or more', 'too coarse for this bet', 'needs 3.5 years of history']) expect(html, words).toContain(words);
  });

  it('weighs a review against the minimum first and the hope second', () => {
    expect([0.03, 0.063, 0.064].map((detectable) => answers({ days: 30, detectable }, data))).toEqual(['yes', 'partly', 'no']);
    expect(answers({ days: 30, detectable: null }, data)).toBe('no');
    expect(detectabilitySummary(data)).toContain('At 365 days this metric cannot answer: needs 3.5 years of history.');
    expect(detectabilityTable(data).rows).toHaveLength(3);
  });

  it('stands when no review can answer and nothing is hoped for', () => {
    const html = draw(<DetectabilityChart data={{ measure: data.measure, rows: [{ days: 30, detectable: null }] }} frame={staticFrame(350)} />);
    expect(html).toContain('no interval holds at that distance');
    expect(html).not.toContain('NaN');
  });
});

describe('a randomised test', () => {
  const data = sampleExperiment();

  it('shows the arms, the difference with zero and minimum, and the running interval', () => {
    const html = draw(<ExperimentChart data={data} frame={staticFrame(1080)} />);
    expect(count(html, 'class="interval"')).toBe(3);
    for (const part of ['12,011 units', '+2.2 points', '+1 point would matter', '+5.3% of control (+2.2 to +8.5%)', 'class="running-band"', 'declared end']) expect(html, part).toContain(part);
  });

  it('shows no difference when the test was refused, and no panel without looks', () => {
    const html = draw(<ExperimentChart data={{ ...data, differences: [], running: undefined }} frame={staticFrame(350)} />);
    expect(html).not.toContain('The difference');
    expect(html).not.toContain('class="running"');
    expect(experimentSummary({ ...data, differences: [] })).toContain('No difference is shown.');
    expect(experimentTable(data).rows).toHaveLength(2 + 1 + 24);
  });

  it('draws nothing of an unbounded look but keeps it in the table', () => {
    const running = [{ units: 100, value: 0.02, low: null, high: null }];
    expect(draw(<ExperimentChart data={{ ...data, running }} frame={staticFrame(760)} />)).not.toContain('class="running-band"');
    expect(experimentTable({ ...data, running }).rows.at(-1)?.[3]).toBe('no bound');
  });
});

describe('every picture of bets', () => {
  it('keeps its words inside its width, as far as their width can be told', () => {
    for (const width of WIDTHS) {
      const frame = staticFrame(width);
      const charts = [draw(<BetIntervals data={sampleBets()} frame={frame} label="x" />), draw(<ReliabilityStrip data={sampleManyBets()} frame={frame} label="x" />), draw(<DetectabilityChart data={sampleDetectability()} frame={frame} label="x" />), draw(<ExperimentChart data={sampleExperiment()} frame={frame} label="x" />)];
      for (const html of charts) {
        expect(html).not.toMatch(/NaN|Infinity|undefined|style=/);
        const places = [...html.matchAll(/<text[^>]* x="(-?[\d.]+)"/g)].map((found) => Number(found[1]));
        expect(Math.max(...places)).toBeLessThanOrEqual(width);
        expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('stands on a page without script at two widths with its table behind a disclosure', () => {
    const data = sampleBets();
    const html = draw(<StaticFigure id="bets" title="All bets" table={betIntervalsTable(data)}>{(frame) => <BetIntervals data={data} frame={frame} />}</StaticFigure>);
    expect(html).toContain('viewBox="0 0 760 ');
    expect(html).toContain('viewBox="0 0 350 ');
    expect(html).toContain('<details class="chart-table"><summary>The picture as a table</summary>');
    expect(count(html, '<tr>')).toBe(8);
  });

  it('gives the app’s figure the same rows, its first column naming them and numbers at the right', () => {
    const table = figureTable(betIntervalsTable(sampleBets()));
    expect(table.rows).toHaveLength(7);
    expect(table.columns.map(({ rowHead, right }) => [rowHead, right])).toEqual([[true, false], [false, true], [false, true], [false, true], [false, false], [false, false], [false, false]]);
    expect(table.columns[1]?.cell(table.rows[0]!)).toBe('+8.6%');
  });
});
