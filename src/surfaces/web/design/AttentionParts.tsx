// Pictures of attention on the design page: weeks, kinds against their line, the split beside its share, a signal on its own baseline.
import type { ReactNode } from 'react';
import { EightyTwentyBar } from '../charts/attention/EightyTwentyBar.tsx';
import { eightyTwentySummary, eightyTwentyTable, splitWords } from '../charts/attention/eighty-twenty.ts';
import { EmptyWeekBars } from '../charts/attention/EmptyWeekBars.tsx';
import { gaugeReach, LineGauge } from '../charts/attention/LineGauge.tsx';
import { SignalStrip } from '../charts/attention/SignalStrip.tsx';
import { weekBarsSummary, weekBarsTable } from '../charts/attention/week-bars.ts';
import { WeekBars } from '../charts/attention/WeekBars.tsx';
import { Figure } from '../charts/Figure.tsx';
import { Measured } from '../charts/Measured.tsx';
import { figureTable } from '../charts/outcome/chart-table.ts';
import { Section } from '../ui/Section.tsx';
import { SAMPLE_SIGNAL, SAMPLE_SPLIT, sampleWeeks } from './sample-attention.ts';

const ROWS = [
  { name: 'Customer calls', minutes: 708, confirmedMinutes: 666, lineMinutes: 1920 }, { name: 'Project management', minutes: 936, confirmedMinutes: 804, lineMinutes: 600 },
  { name: 'Re-defending approved work', minutes: 270, confirmedMinutes: 0, lineMinutes: 0 }, { name: 'Incidents and outages', minutes: 120, confirmedMinutes: 120 },
];

export function AttentionParts(): ReactNode {
  const data = sampleWeeks();
  const reach = gaugeReach(ROWS);
  return (
    <Section wide finding="Weeks, kinds and signals of attention">
      <Figure id="weeks" title="Customers fell from 5.4 to 2 hours a week while the water rose" unit="Hours a week; hatched is guessed; the line is for customers" summary={weekBarsSummary(data)} table={figureTable(weekBarsTable(data))}>
        {(frame) => <WeekBars data={data} frame={frame} />}
      </Figure>
      <div className="design-gauges">
        {ROWS.map(({ name, ...row }) => <div key={name}><span>{name}</span><LineGauge {...row} reachMinutes={reach} /></div>)}
      </div>
      <Figure id="split" title={`${splitWords(SAMPLE_SPLIT)} between user problems and technical work, within 55% of the hours`} caption="The 80 is a rule of thumb about the best technical product managers its author worked with; it is not a study." summary={eightyTwentySummary(SAMPLE_SPLIT)} table={figureTable(eightyTwentyTable(SAMPLE_SPLIT))}>
        {(frame) => <EightyTwentyBar data={SAMPLE_SPLIT} frame={frame} />}
      </Figure>
      <div className="design-gauges">
        <div><span>Above the usual range</span><SignalStrip {...SAMPLE_SIGNAL} width={180} label="Ten weeks of minutes after hours; the last is above the usual range." /></div>
        <div><span>Too few weeks for a range</span><SignalStrip weeks={[95, null, 80, 130]} usual={null} width={180} label="Three weeks of minutes after hours; there is no usual range yet." /></div>
      </div>
      <Measured>{(frame) => <EmptyWeekBars frame={frame} />}</Measured>
    </Section>
  );
}
