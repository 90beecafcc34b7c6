// The pictures of a staggered rollout or of one unit beside its mix of others, in the app.
import type { ReactNode } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { counterfactualSummary, counterfactualTable, counterfactualUnit } from '../../charts/outcome/counterfactual.ts';
import { CounterfactualChart } from '../../charts/outcome/CounterfactualChart.tsx';
import { IntervalRows, intervalRowsHeight } from '../../charts/outcome/IntervalRows.tsx';
import { said, saidRange } from '../../charts/outcome/measure.ts';
import { differenceMeasure, eventRows, syntheticOf } from '../../charts/outcome/readout-pictures.ts';
import type { Readout } from './readout-words.ts';

type Panel = Extract<NonNullable<Readout['report']['picture']>, { case: 'panel' }>;

export function PanelFigures({ report, picture }: { readonly report: Readout['report']; readonly picture: Panel }): ReactNode {
  const beside = syntheticOf(report, picture);
  const rows = eventRows(picture);
  const measure = differenceMeasure(picture.measure);
  const items = rows.map((row) => ({ ...row, low: row.low ?? row.value, high: row.high ?? row.value, id: row.name, tone: 'plain' as const }));
  const words = `The effect by periods since the change: ${rows.map((row) => `${row.name} ${said(row.value, measure, { signed: true })}`).join('; ')}.`;
  return (
    <>
      {beside !== undefined && (
        <Figure id="readout" title="The units with the change, and their mix of the others" unit={counterfactualUnit(beside)} summary={counterfactualSummary(beside)} table={figureTable(counterfactualTable(beside))}>
          {(frame) => <CounterfactualChart data={beside} frame={frame} />}
        </Figure>
      )}
      {rows.length > 0 && (
        <Figure id="by-period" title="The effect by periods since the change" unit="Before it, units should move alike: near zero" summary={words}
          table={figureTable({ head: ['Period', 'Effect', 'Interval'], rows: rows.map((row) => [row.name, said(row.value, measure, { signed: true }), row.low === null && row.high === null ? '' : saidRange(row.low, row.high, measure, { signed: true })]) })}>
          {({ width, narrow }) => {
            const height = intervalRowsHeight(items.length, narrow, false);
            return <svg className="chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={words}><IntervalRows items={items} measure={measure} signed top={0} width={width} narrow={narrow} /></svg>;
          }}
        </Figure>
      )}
    </>
  );
}
