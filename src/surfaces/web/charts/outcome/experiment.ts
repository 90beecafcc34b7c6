// A randomised test: arms, their difference and how the always-valid interval narrowed. The data, its sentence, its table.
import type { ChartTable } from './chart-table.ts';
import { levelWords } from './counterfactual.ts';
import { said, saidRange, type Measure } from './measure.ts';

export interface Bounded { readonly value: number; readonly low: number | null; readonly high: number | null }

export interface ExperimentArm extends Bounded {
  readonly name: string;
  /** Units in the arm. */
  readonly units: number;
  readonly control?: boolean | undefined;
}

export interface ExperimentData {
  /** What was measured: `Share that paid within 14 days`. */
  readonly outcome: string;
  readonly measure: Measure;
  /** Control first. */
  readonly arms: readonly ExperimentArm[];
  /** Treatment less control, one per treatment. Absent when the test was refused. */
  readonly differences: readonly (Bounded & {
    readonly name: string;
    readonly tone: 'good' | 'bad' | 'plain';
    /** Fieller; absent when the control's mean is not distinguishable from zero. A fraction. */
    readonly relative?: Bounded | undefined;
  })[];
  readonly differenceMeasure: Measure;
  readonly level: number;
  /** With its sign, on the difference's scale. */
  readonly minEffect?: number | undefined;
  /** The always-valid interval of the first treatment at each look; null bounds while it has none. */
  readonly running?: readonly (Bounded & { readonly units: number })[] | undefined;
  /** Units at which the test was declared to end. */
  readonly plannedUnits?: number | undefined;
}

const RELATIVE: Measure = { as: 'share', unit: '%' };

/** `+3.1% of control (1.2 to 5.1)`; '' when no relative effect may be said. */
export function relativeWords(relative: Bounded | undefined): string {
  return relative === undefined ? '' : `${said(relative.value, RELATIVE, { signed: true })} of control (${saidRange(relative.low, relative.high, RELATIVE, { signed: true })})`;
}

export function experimentSummary(data: ExperimentData): string {
  return [
    `${data.outcome}: ${data.arms.map((arm) => `${arm.name} ${said(arm.value, data.measure)} of ${arm.units.toLocaleString('en')}`).join(', ')}.`,
    ...data.differences.map((one) => `${one.name}: ${said(one.value, data.differenceMeasure, { signed: true })} (${saidRange(one.low, one.high, data.differenceMeasure, { signed: true })}, ${levelWords(data.level)} interval)${one.relative ? `, ${relativeWords(one.relative)}` : ''}.`),
    data.minEffect !== undefined && `${said(data.minEffect, data.differenceMeasure, { signed: true })} would matter.`,
    data.differences.length === 0 && 'No difference is shown.',
  ].filter(Boolean).join(' ');
}

export function experimentTable(data: ExperimentData): ChartTable {
  return {
    head: ['Arm', 'Units', 'Value', `${levelWords(data.level)} interval`, 'Relative'],
    rows: [
      ...data.arms.map((arm) => [arm.name, arm.units.toLocaleString('en'), said(arm.value, data.measure), saidRange(arm.low, arm.high, data.measure), '']),
      ...data.differences.map((one) => [`Difference, ${one.name}`, '', said(one.value, data.differenceMeasure, { signed: true }), saidRange(one.low, one.high, data.differenceMeasure, { signed: true }), relativeWords(one.relative)]),
      ...(data.running ?? []).map((look) => [`Look at ${look.units.toLocaleString('en')} units`, look.units.toLocaleString('en'), said(look.value, data.differenceMeasure, { signed: true }), saidRange(look.low, look.high, data.differenceMeasure, { signed: true }), '']),
    ],
  };
}
