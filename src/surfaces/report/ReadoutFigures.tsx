// The pictures of a readout, each wide and narrow with its numbers as a table. Nothing where nothing may be shown.
import type { ReactNode } from 'react';
import type { ReadoutReport } from '../../contract/readout-report.ts';
import { counterfactualTable, counterfactualUnit } from '../web/charts/outcome/counterfactual.ts';
import { CounterfactualChart } from '../web/charts/outcome/CounterfactualChart.tsx';
import { effectOverTimeTable } from '../web/charts/outcome/effect-over-time.ts';
import { EffectOverTimeChart } from '../web/charts/outcome/EffectOverTimeChart.tsx';
import { EffectRows, effectRowsSummary, effectRowsTable } from '../web/charts/outcome/EffectRows.tsx';
import { experimentTable } from '../web/charts/outcome/experiment.ts';
import { ExperimentChart } from '../web/charts/outcome/ExperimentChart.tsx';
import { StaticFigure } from '../web/charts/outcome/StaticFigure.tsx';
import { BY_PERIODS, BY_WEEKS, counterfactualOf, differenceMeasure, effectOverTimeOf, eventRows, experimentOf, syntheticOf, weekRowsOf } from '../web/charts/outcome/readout-pictures.ts';

type Picture = NonNullable<ReadoutReport['picture']>;

export function ReadoutFigures({ report }: { readonly report: ReadoutReport }): ReactNode {
  const { picture } = report;
  if (picture === null) return null;
  if (picture.case === 'before-after') return <BeforeAfter report={report} picture={picture} />;
  if (picture.case === 'panel') return <Panel report={report} picture={picture} />;
  const data = experimentOf(report, picture);
  const weeks = weekRowsOf(report);
  return (
    <>
      <StaticFigure id="picture" title="Figure 1. The arms, and their difference" unit={data.outcome} table={experimentTable(data)}>{(frame) => <ExperimentChart data={data} frame={frame} />}</StaticFigure>
      {weeks !== undefined && (
        <StaticFigure id="by-week" title={`Figure 2. ${BY_WEEKS}`} unit="Units seen to the last week, 95% intervals" table={effectRowsTable('Week', weeks.rows, weeks.measure)}>
          {(frame) => <EffectRows {...weeks} {...frame} words={effectRowsSummary(BY_WEEKS, weeks.rows, weeks.measure)} />}
        </StaticFigure>
      )}
    </>
  );
}

function BeforeAfter({ report, picture }: { readonly report: ReadoutReport; readonly picture: Extract<Picture, { case: 'before-after' }> }): ReactNode {
  const data = counterfactualOf(report, picture);
  const growing = effectOverTimeOf(report, picture);
  const title = report.effect.absolute === null ? 'What was measured' : 'What happened, and what was expected without the ship';
  return (
    <>
      <StaticFigure id="picture" title={`Figure 1. ${title}`} unit={counterfactualUnit(data)} table={counterfactualTable(data)}>{(frame) => <CounterfactualChart data={data} frame={frame} />}</StaticFigure>
      {growing !== undefined && <StaticFigure id="growing" title="Figure 2. The mean effect as the window grew" unit={`From the window’s first day to each day, ${Math.round(growing.level * 100)}% interval`} table={effectOverTimeTable(growing)}>{(frame) => <EffectOverTimeChart data={growing} frame={frame} />}</StaticFigure>}
    </>
  );
}

function Panel({ report, picture }: { readonly report: ReadoutReport; readonly picture: Extract<Picture, { case: 'panel' }> }): ReactNode {
  const beside = syntheticOf(report, picture);
  const rows = eventRows(picture);
  const measure = differenceMeasure(picture.measure);
  return (
    <>
      {beside !== undefined && <StaticFigure id="picture" title="Figure 1. The units with the change, and their mix of the others" unit={counterfactualUnit(beside)} table={counterfactualTable(beside)}>{(frame) => <CounterfactualChart data={beside} frame={frame} />}</StaticFigure>}
      {rows.length > 0 && (
        <StaticFigure id="by-period" title={BY_PERIODS} unit="Before it, units should move alike: near zero" table={effectRowsTable('Period', rows, measure)}>
          {(frame) => <EffectRows rows={rows} measure={measure} {...frame} words={effectRowsSummary(BY_PERIODS, rows, measure)} />}
        </StaticFigure>
      )}
    </>
  );
}
