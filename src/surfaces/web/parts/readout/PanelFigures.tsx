// The pictures of a staggered rollout or of one unit beside its mix of others, and of a test by weeks, in the app.
import type { ReactNode } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { counterfactualSummary, counterfactualTable, counterfactualUnit } from '../../charts/outcome/counterfactual.ts';
import { CounterfactualChart } from '../../charts/outcome/CounterfactualChart.tsx';
import { EffectRows, effectRowsSummary, effectRowsTable } from '../../charts/outcome/EffectRows.tsx';
import { BY_PERIODS, BY_WEEKS, differenceMeasure, eventRows, syntheticOf, weekRowsOf } from '../../charts/outcome/readout-pictures.ts';
import type { Readout } from './readout-words.ts';

type Panel = Extract<NonNullable<Readout['report']['picture']>, { case: 'panel' }>;

export function PanelFigures({ report, picture }: { readonly report: Readout['report']; readonly picture: Panel }): ReactNode {
  const beside = syntheticOf(report, picture);
  const rows = eventRows(picture);
  const measure = differenceMeasure(picture.measure);
  return (
    <>
      {beside !== undefined && (
        <Figure id="readout" title="The units with the change, and their mix of the others" unit={counterfactualUnit(beside)} summary={counterfactualSummary(beside)} table={figureTable(counterfactualTable(beside))}>
          {(frame) => <CounterfactualChart data={beside} frame={frame} />}
        </Figure>
      )}
      {rows.length > 0 && (
        <Figure id="by-period" title={BY_PERIODS} unit="Before it, units should move alike: near zero" summary={effectRowsSummary(BY_PERIODS, rows, measure)} table={figureTable(effectRowsTable('Period', rows, measure))}>
          {(frame) => <EffectRows rows={rows} measure={measure} {...frame} words={effectRowsSummary(BY_PERIODS, rows, measure)} />}
        </Figure>
      )}
    </>
  );
}

/** Whether the effect of a test lasts: each week's own; nothing where it was not read by weeks. */
export function WeekFigure({ report }: { readonly report: Readout['report'] }): ReactNode {
  const weeks = weekRowsOf(report);
  if (weeks === undefined) return null;
  const words = effectRowsSummary(BY_WEEKS, weeks.rows, weeks.measure);
  return (
    <Figure id="by-week" title={BY_WEEKS} unit="Users seen to the last week, 95% intervals" summary={words} table={figureTable(effectRowsTable('Week', weeks.rows, weeks.measure))}>
      {(frame) => <EffectRows {...weeks} {...frame} words={words} />}
    </Figure>
  );
}
