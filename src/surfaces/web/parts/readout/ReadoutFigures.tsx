// The pictures of a readout: what happened beside what was expected, the interval against bar and promise, the effect as the window grew;
// arms of a test, units of a rollout. The same drawings as the report's. Where nothing may be shown, "cannot tell" takes the place.
import type { ReactNode } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import { IntervalPlot } from '../../charts/IntervalPlot.tsx';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { counterfactualSummary, counterfactualTable, counterfactualUnit } from '../../charts/outcome/counterfactual.ts';
import { CounterfactualChart } from '../../charts/outcome/CounterfactualChart.tsx';
import { effectOverTimeSummary, effectOverTimeTable } from '../../charts/outcome/effect-over-time.ts';
import { EffectOverTimeChart } from '../../charts/outcome/EffectOverTimeChart.tsx';
import { experimentSummary, experimentTable } from '../../charts/outcome/experiment.ts';
import { ExperimentChart } from '../../charts/outcome/ExperimentChart.tsx';
import { said, saidRange } from '../../charts/outcome/measure.ts';
import { counterfactualOf, effectOverTimeOf, experimentOf } from '../../charts/outcome/readout-pictures.ts';
import { dayWords } from '../../data/words.ts';
import { CannotTell } from '../../ui/CannotTell.tsx';
import { DayWhy } from './DayWhy.tsx';
import { PanelFigures, WeekFigure } from './PanelFigures.tsx';
import { againstBar, effectMeasure, nearShip, notableDays, type Promised } from './readout-picture.ts';
import { cannotTell, settledBy, type Readout } from './readout-words.ts';

export interface ReadoutFiguresProps {
  readonly readout: Readout;
  /** What the ship was called. */
  readonly ship?: string | undefined;
  readonly promised?: Promised | undefined;
}

/** Both pictures that carry a verdict: what was measured, and the interval against bar and promise. */
export function ReadoutFigures({ fresh, promised, ...shown }: ReadoutFiguresProps & { readonly fresh?: boolean | undefined }): ReactNode {
  return <><ReadoutFigure {...shown} /><AgainstBar readout={shown.readout} promised={promised} fresh={fresh} /></>;
}

/** What was measured: the picture that carries the finding. */
export function ReadoutFigure({ readout, ship }: Omit<ReadoutFiguresProps, 'promised'>): ReactNode {
  const { report, otherShips } = readout;
  const { picture } = report;
  if (picture === null) return null;
  if (picture.case === 'panel') return <PanelFigures report={report} picture={picture} />;
  if (picture.case === 'experiment') {
    const data = experimentOf(report, picture);
    return <><Figure id="readout" title="The arms, and their difference" unit={`${data.outcome}; hollow: the arm without the change`} summary={experimentSummary(data)} table={figureTable(experimentTable(data))}>{(frame) => <ExperimentChart data={data} frame={frame} />}</Figure><WeekFigure report={report} /></>;
  }
  const { data, from, until } = nearShip(counterfactualOf(report, picture, { ship, others: otherShips }), picture.window.to);
  const caveat = report.sentences.find((sentence) => sentence.startsWith('Nothing here was randomised.'));
  const drawn = [from !== undefined && `from ${dayWords(from)}`, until !== undefined && `to ${dayWords(until)}`].filter((part) => part !== false).join(' ');
  const cut = drawn === '' ? '' : ` Drawn ${drawn}; known are ${report.data.points.toLocaleString('en')} ${report.data.grain ?? 'day'}s, ${dayWords(String(report.data.first))} to ${dayWords(String(report.data.last))}.`;
  const title = report.effect.absolute === null ? 'What was measured' : 'What happened, against what was expected without the ship';
  return (
    <Figure id="readout" title={title} unit={counterfactualUnit(data)} caption={`${caveat === undefined ? '' : caveat.replaceAll(/\d{4}-\d\d-\d\d/g, (day) => dayWords(day))}${cut}`.trim()} summary={counterfactualSummary(data)} table={figureTable(counterfactualTable(data))}
      points={notableDays(picture.points, picture.window).map((one) => ({ id: `point-${one.day}`, name: `${said(one.actual, data.measure)} on ${dayWords(one.day)}, ${one.why}`, explain: <DayWhy readout={readout} day={one} measure={data.measure} /> }))}>
      {(frame) => <CounterfactualChart data={data} frame={frame} />}
    </Figure>
  );
}

/** The interval against the bar and the promised range, or "cannot tell" where it would stand. `fresh`: the cover is lifted from it, once. */
export function AgainstBar({ readout, promised, fresh = false }: Omit<ReadoutFiguresProps, 'ship'> & { readonly fresh?: boolean | undefined }): ReactNode {
  const { report, good, minEffect } = readout;
  const plot = againstBar(readout, promised);
  const measure = effectMeasure(readout);
  const bar = said(minEffect, measure, { signed: true });
  const because = report.verdict.sub === 'positive-size-unknown' ? 'The bar is inside the interval.' : report.verdict.sub === 'direction-unknown' ? 'No effect and the bar are both inside the interval.' : report.verdict.status === 'refused' && plot !== undefined ? 'A check of the method forbids a verdict; what was measured is shown without one.' : undefined;
  return (
    <>
      {plot !== undefined && good !== undefined && (
        <div className="readout-against" data-fresh={fresh || undefined}><Figure id="against-bar" title={promised === undefined ? 'The effect, against your bar' : 'The effect, against your bar and your range'} unit={`In the hoped-for direction, ${Math.round(report.effect.level * 100)}% interval`} wide={false}
          summary={`The effect ${said(good.value, measure, { signed: true })}, ${saidRange(good.low, good.high, measure, { signed: true })}; the bar ${bar}.`}
          table={figureTable({ head: ['What', 'Effect'], rows: [['Effect', said(good.value, measure, { signed: true })], ['Interval', saidRange(good.low, good.high, measure, { signed: true })], ['Your bar', bar], ...(promised === undefined ? [] : [['You promised', saidRange(promised.low, promised.high, measure, { signed: true })]])] })}>
          {(frame) => <IntervalPlot data={plot} frame={frame} label={`Effect ${said(good.value, measure, { signed: true })}, ${saidRange(good.low, good.high, measure, { signed: true })}; bar ${bar}`} />}
        </Figure></div>
      )}
      {cannotTell(report) && <div className="readout-cannot"><CannotTell what={`whether it reached ${bar}`} because={because} settledBy={settledBy(report)} /></div>}
    </>
  );
}

/** The mean effect as the window grew; nothing where too few days can be told. */
export function OverTime({ readout: { report } }: { readonly readout: Readout }): ReactNode {
  const data = report.picture?.case === 'before-after' ? effectOverTimeOf(report, report.picture) : undefined;
  if (data === undefined) return null;
  return (
    <Figure id="over-time" title="The mean effect as the window grew" unit={`From the window’s first day to each day, ${Math.round(data.level * 100)}% interval`} summary={effectOverTimeSummary(data)} table={figureTable(effectOverTimeTable(data))}>
      {(frame) => <EffectOverTimeChart data={data} frame={frame} />}
    </Figure>
  );
}
