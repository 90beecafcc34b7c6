// Pictures of outcomes on the design page: what happened against what was expected, all bets, what was said, the fan, the test.
import { useState, type ReactNode } from 'react';
import { DistributionEntry } from '../charts/DistributionEntry.tsx';
import { Figure } from '../charts/Figure.tsx';
import type { ChartFrame } from '../charts/chart-frame.ts';
import { betIntervalsSummary, betIntervalsTable } from '../charts/outcome/bet-intervals.ts';
import { BetIntervals } from '../charts/outcome/BetIntervals.tsx';
import { figureTable, type ChartTable } from '../charts/outcome/chart-table.ts';
import { counterfactualSummary, counterfactualTable, counterfactualUnit } from '../charts/outcome/counterfactual.ts';
import { CounterfactualChart } from '../charts/outcome/CounterfactualChart.tsx';
import { detectabilitySummary, detectabilityTable } from '../charts/outcome/detectability.ts';
import { DetectabilityChart } from '../charts/outcome/DetectabilityChart.tsx';
import { effectOverTimeSummary, effectOverTimeTable } from '../charts/outcome/effect-over-time.ts';
import { EffectOverTimeChart } from '../charts/outcome/EffectOverTimeChart.tsx';
import { experimentSummary, experimentTable } from '../charts/outcome/experiment.ts';
import { ExperimentChart } from '../charts/outcome/ExperimentChart.tsx';
import { metricHistorySummary, metricHistoryTable, metricHistoryUnit } from '../charts/outcome/metric-history.ts';
import { MetricChart } from '../charts/outcome/MetricChart.tsx';
import { reliabilityCurveSummary, reliabilitySummary, reliabilityTable } from '../charts/outcome/reliability.ts';
import { ReliabilityCurve } from '../charts/outcome/ReliabilityCurve.tsx';
import { ReliabilityStrip } from '../charts/outcome/ReliabilityStrip.tsx';
import { Section } from '../ui/Section.tsx';
import { sampleBets, sampleCounterfactual, sampleDetectability, sampleEffect, sampleExperiment, sampleManyBets, sampleMetric, sampleStrip } from './sample-outcomes.ts';

function Picture({ id, title, unit, caption, summary, table, children, wide = true }: { readonly id: string; readonly title: string; readonly unit: string; readonly caption?: string; readonly summary: string; readonly table: ChartTable; readonly children: (frame: ChartFrame) => ReactNode; readonly wide?: boolean }): ReactNode {
  return <Figure id={id} title={title} unit={unit} {...(caption === undefined ? {} : { caption })} summary={summary} table={figureTable(table)} wide={wide}>{children}</Figure>;
}

export function OutcomeParts(): ReactNode {
  const [stated, setStated] = useState('2 to 20');
  const [counterfactual, metric, bets, strip, many, detectability, experiment] = [sampleCounterfactual(), sampleMetric(), sampleBets(), sampleStrip(), sampleManyBets(), sampleDetectability(), sampleExperiment()];
  return (
    <>
      <Section wide finding="What happened, against what was expected">
        <Picture id="counterfactual" title="Drop-offs rose within two weeks of the ship and have stayed up" unit={counterfactualUnit(counterfactual)} caption="Nothing here was randomised. Anything else that changed on 18 August is inside this number." summary={counterfactualSummary(counterfactual)} table={counterfactualTable(counterfactual)}>
          {(frame) => <CounterfactualChart data={counterfactual} frame={frame} />}
        </Picture>
        {(['week', 'day'] as const).map((grain) => {
          const data = sampleEffect(grain);
          return (
            <Picture key={grain} id={`effect-${grain}`} title={grain === 'week' ? 'The effect grew for a month, then stayed' : 'The same, day by day'} unit={`Points, ${grain === 'week' ? 'weekly' : 'daily'}, 95% interval; a filled dot: the whole interval is on one side of zero`} summary={effectOverTimeSummary(data)} table={effectOverTimeTable(data)}>
              {(frame) => <EffectOverTimeChart data={data} frame={frame} />}
            </Picture>
          );
        })}
        <Picture id="metric" title="Returns have grown all year; the last three weeks are not here" unit={metricHistoryUnit(metric)} summary={metricHistorySummary(metric)} table={metricHistoryTable(metric)}>
          {(frame) => <MetricChart data={metric} frame={frame} />}
        </Picture>
      </Section>
      <Section wide finding="All bets, and what a metric can answer">
        <Picture id="all-bets" title="One of three decided bets moved its measure far enough" unit="Relative effect in the hoped-for direction, 95% interval; ▾ the least that would matter" summary={betIntervalsSummary(bets)} table={betIntervalsTable(bets)}>
          {(frame) => <BetIntervals data={bets} frame={frame} />}
        </Picture>
        <Picture id="detectability" title="This metric can see what you hope for, not what would matter" unit="Relative effect, seen four times in five; hatched: too small to tell from noise" summary={detectabilitySummary(detectability)} table={detectabilityTable(detectability)}>
          {(frame) => <DetectabilityChart data={detectability} frame={frame} />}
        </Picture>
        <Picture id="experiment" title="The short form is finished more often" unit={`${experiment.outcome}; hollow: the arm that kept the old form`} summary={experimentSummary(experiment)} table={experimentTable(experiment)}>
          {(frame) => <ExperimentChart data={experiment} frame={frame} />}
        </Picture>
      </Section>
      <Section wide finding="What was said, and what happened">
        <Picture id="said" title="Four bets have settled; too few for a number" unit="Probability given before the ship" summary={reliabilitySummary(strip)} table={reliabilityTable(strip)}>
          {(frame) => <ReliabilityStrip data={strip} frame={frame} />}
        </Picture>
        <Picture id="said-many" title="With more bets, what would be ordinary" unit="Probability given before the ship" summary={reliabilitySummary(many)} table={reliabilityTable(many)}>
          {(frame) => <ReliabilityStrip data={many} frame={frame} />}
        </Picture>
        <Picture id="curve" title="What came true lies under what was said" unit="Isotonic fit over settled bets; grey: where a calibrated person would fall nine times in ten" summary={reliabilityCurveSummary(many)} table={reliabilityTable(many)} wide={false}>
          {(frame) => <ReliabilityCurve data={many} frame={frame} />}
        </Picture>
      </Section>
      <Section finding="A range says how sure">
        <DistributionEntry label="How much will it move, in per cent" value={stated} onChange={setStated} measure={{ as: 'share', unit: '%' }} minEffect={0.05} />
      </Section>
    </>
  );
}
