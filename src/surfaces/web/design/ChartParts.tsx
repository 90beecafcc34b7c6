// Pictures of the design page: Backlog at two sizes of tracker, goal with its fan, intervals open and covered.
import type { ReactNode } from 'react';
import { Figure, type FigurePoint } from '../charts/Figure.tsx';
import { IntervalPlot, type IntervalPlotData } from '../charts/IntervalPlot.tsx';
import { figureTable } from '../charts/outcome/chart-table.ts';
import { known } from '../charts/outcome/day-series.ts';
import { fanSummary, fanTable, type FanData } from '../charts/outcome/fan.ts';
import { FanChart } from '../charts/outcome/FanChart.tsx';
import { columnName, UnitChart, unitOf, type UnitChartData, type UnitColumn } from '../charts/UnitChart.tsx';
import { UnitLegend } from '../charts/UnitLegend.tsx';
import { Button } from '../ui/Button.tsx';
import { NextAction } from '../ui/NextAction.tsx';
import { Section } from '../ui/Section.tsx';
import { toasts } from '../ui/toast-store.ts';
import { SampleExplanation, SampleNumber } from './SampleNumber.tsx';
import { sampleBacklog } from './sample.ts';
import { sampleFan } from './sample-outcomes.ts';

const FORMS = [{ form: 'solid', name: 'leads to the goal' }, { form: 'tone', name: 'keeps the lights on' }, { form: 'open', name: 'no path yet' }, { form: 'bad', name: 'aged out' }] as const;
const EFFECT: IntervalPlotData = { rows: [{ id: 'b-7', name: '', mid: 4.5, low: 2.8, high: 6.2, tone: 'good' }], bar: { value: 2, label: 'bar +2' }, promised: { low: 3, high: 8, label: 'you promised 3 to 8' }, domain: [-2, 10], signed: true };
const BETS: IntervalPlotData = { rows: [
  { id: 'b-7', name: 'B-7 A label in the box', mid: 4.5, low: 2.8, high: 6.2, tone: 'good' },
  { id: 'b-4', name: 'B-4 Reminder e-mail', mid: 0.2, low: -0.9, high: 1.3, tone: 'plain' },
  { id: 'b-3', name: 'B-3 Shorter form', mid: -1.9, low: -3.1, high: -0.6, tone: 'bad' },
], signed: true, unit: ' points' };

const share = (column: UnitColumn): string => (column.estimate ? `${(column.estimate.share * 100).toFixed(1)}% (${(column.estimate.low * 100).toFixed(1)} to ${(column.estimate.high * 100).toFixed(1)})` : 'no estimate');

function pointsOf(data: UnitChartData): FigurePoint[] {
  return data.columns.flatMap((column) => [
    { id: `column-${column.id}`, name: columnName(column), explain: <SampleExplanation number={columnName(column)} /> },
    ...(column.estimate ? [{ id: `estimate-${column.id}`, name: `${share(column)} finished within a year, from ${column.label} days`, explain: <SampleExplanation number={share(column)} /> }] : []),
  ]);
}

function goalPoints({ points }: FanData): FigurePoint[] {
  return known(points).map(({ day, value }) => {
    const words = `${(value * 100).toFixed(1)}%`;
    return { id: `point-${day}`, name: `${words} in the week of ${day}`, explain: <SampleExplanation number={words} /> };
  });
}

function BacklogFigure({ id, times }: { readonly id: string; readonly times: number }): ReactNode {
  const data = sampleBacklog(times);
  return (
    <Figure<UnitColumn> id={id} title="The longer an item waits here, the less often it is ever finished"
      renderUnit={(frame) => <UnitLegend unit={unitOf(data, frame)} forms={FORMS} />}
      summary="Open items by days untouched, and the share of past items at each age that was finished within the following year"
      caption={<>Read from <SampleNumber id={`${id}-read`}>1,960</SampleNumber> items since March 2023, open ones included. Flagged only when the whole 90% range is under 10% and at least 30 items stood at that age. It says how often such items were finished, not what they are worth.</>}
      points={pointsOf(data)}
      table={{ rows: data.columns, rowKey: (column) => column.id, columns: [
        { id: 'age', head: 'Days untouched', rowHead: true, cell: (column) => column.label },
        ...FORMS.map(({ form, name }) => ({ id: form, head: name, right: true, cell: (column: UnitColumn) => (column.counts[form] ?? 0).toLocaleString('en') })),
        { id: 'share', head: 'Finished within a year', right: true, cell: share },
      ] }}>
      {(frame) => <UnitChart data={data} frame={frame} label="Open items by days untouched, and the share of past items at each age that was finished within the following year. At 365 days it is 4.7 per cent." />}
    </Figure>
  );
}

export function ChartParts(): ReactNode {
  const goal = sampleFan();
  return (
    <>
      <BacklogFigure id="backlog" times={1} />
      <NextAction proposal="Close the first 20 of 40" action={<Button kind="primary" keys="Enter" onPress={() => { toasts.show('RET-118 is in the plan to close', () => undefined); }}>Preview 20 changes</Button>}>with the label <i>aged-out</i> and a thank-you to each reporter. You see the exact changes first; undo for 30 days.</NextAction>
      <Section wide finding="The same picture of a large tracker" sub="A square then stands for a stated number of items.">
        <BacklogFigure id="large" times={260} />
      </Section>
      <Section wide finding="A measure with its forecast">
        <Figure id="goal" title="The trend alone ends near 45.8%; the bets have to carry the rest" unit="Share of returns refunded within 48 hours, weekly; fan: half and four fifths of 4,000 simulated paths"
          summary={fanSummary(goal)} table={figureTable(fanTable(goal))}
          points={goalPoints(goal)}>
          {(frame) => <FanChart data={goal} frame={frame} />}
        </Figure>
      </Section>
      <Section finding="Intervals: one, covered, several">
        {[{ id: 'effect', data: EFFECT, title: 'The effect, against your bar and your range' }, { id: 'covered', data: { ...EFFECT, covered: true }, title: 'Covered until the original was read' }, { id: 'bets', data: BETS, title: 'One of three moved the measure' }].map(({ id, data, title }) => (
          <Figure key={id} id={id} wide={false} title={title} unit="Points, 95% interval" summary={title} caption="Nothing here was randomised."
            table={{ rows: data.rows, rowKey: (row) => row.id, columns: [{ id: 'name', head: 'Bet', rowHead: true, cell: (row) => row.name || 'B-7' }, { id: 'mid', head: 'Effect', right: true, cell: (row) => (data.covered ? 'covered' : `${row.mid} (${row.low} to ${row.high})`) }] }}>
            {(frame) => <IntervalPlot data={data} frame={frame} label={data.covered ? 'The interval is covered until the original was read.' : `${title}. ${data.rows.map((row) => `${row.mid}, ${row.low} to ${row.high}`).join('; ')}.`} />}
          </Figure>
        ))}
      </Section>
    </>
  );
}
