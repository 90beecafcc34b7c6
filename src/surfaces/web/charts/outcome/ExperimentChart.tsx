// A randomised test: the arms on one axis, their difference on its own with zero and the minimum, and the running interval.
// A pure drawing.
import type { ReactNode } from 'react';
import type { ChartFrame } from '../chart-frame.ts';
import { experimentSummary, relativeWords, type ExperimentData } from './experiment.ts';
import { IntervalRows, intervalRowsHeight } from './IntervalRows.tsx';
import { said } from './measure.ts';
import { RunningInterval, RUNNING_HEIGHT } from './RunningInterval.tsx';

const BETWEEN = 30;
const TITLE = 14;
const DIFFERENCE_TITLE = 20;

export function ExperimentChart({ data, frame, label = experimentSummary(data) }: { readonly data: ExperimentData; readonly frame: ChartFrame; readonly label?: string }): ReactNode {
  if (data.arms.length === 0) return null;
  const { narrow, width } = frame;
  const shown = data.differences.length > 0;
  const armsEnd = TITLE + intervalRowsHeight(data.arms.length, narrow, false);
  const differenceTop = armsEnd + BETWEEN;
  const relative = data.differences.filter((one) => one.relative !== undefined);
  const differenceEnd = shown ? differenceTop + DIFFERENCE_TITLE + intervalRowsHeight(data.differences.length, narrow, data.minEffect !== undefined) + (narrow ? relative.length * 17 + 6 : 0) : armsEnd;
  const runningTop = differenceEnd + BETWEEN;
  const running = data.running !== undefined && data.running.length > 0 ? data.running : undefined;
  const height = running ? runningTop + RUNNING_HEIGHT : differenceEnd;
  const bar = data.minEffect === undefined ? undefined : { value: data.minEffect, words: `${said(data.minEffect, data.differenceMeasure, { signed: true })} would matter` };
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role={frame.point ? 'group' : 'img'} aria-label={label}>
      <text className="t-bold" x="0" y="11">Each arm</text>
      <IntervalRows items={data.arms.map((arm) => ({ ...arm, id: `arm-${arm.name}`, note: `${arm.units.toLocaleString('en')} units`, tone: 'plain', hollow: arm.control === true }))} measure={data.measure} signed={false} top={TITLE} width={width} narrow={narrow} point={frame.point} />
      {shown && <>
        <text className="t-bold" x="0" y={differenceTop + 11}>The difference</text>
        <IntervalRows items={data.differences.map((one) => ({ ...one, id: `difference-${one.name}` }))} measure={data.differenceMeasure} signed top={differenceTop + DIFFERENCE_TITLE} width={width} narrow={narrow} bar={bar} point={frame.point} />
        {!narrow && relative.map((one) => <text key={one.name} x="168" y={differenceTop + 11}>{relative.length > 1 ? `${one.name}: ` : ''}{relativeWords(one.relative)}</text>).slice(0, 1)}
        {narrow && relative.map((one, at) => <text key={one.name} x="0" y={differenceEnd - (relative.length - 1 - at) * 17 - 2}>{relative.length > 1 ? `${one.name}: ` : ''}{relativeWords(one.relative)}</text>)}
      </>}
      {running && <RunningInterval looks={running} measure={data.differenceMeasure} minEffect={data.minEffect} plannedUnits={data.plannedUnits} top={runningTop} width={width} narrow={narrow} />}
    </svg>
  );
}
