// From a frozen input to what a readout says. The same input gives the same document, byte for byte: nothing is read here.
import { gunzipSync } from 'node:zlib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BeforeAfterQuestion, ReadoutQuestion } from '../contract/readout-question.ts';
import type { ReadoutReport } from '../contract/readout-report.ts';
import type { MetricReading } from '../connectors/metric/read-metric.ts';
import { UnreadableMetric } from '../connectors/metric/unreadable.ts';
import { dayAt, type BuiltSeries, type Observation } from '../domain/metric/series.ts';
import type { Interval } from '../domain/outcome/estimate.ts';
import { studentQuantile } from '../domain/outcome/numerics/student.ts';
import { readSeries, type SeriesReading } from '../domain/outcome/series/read-series.ts';
import { effectText, signedText, type EffectUnit } from '../domain/outcome/verdict/effect-text.ts';
import { judgeGuardrails, type GuardrailJudged, type GuardrailReading } from '../domain/outcome/verdict/guardrail.ts';
import { killState, type KillState } from '../domain/outcome/verdict/kill.ts';
import { mirrored } from '../domain/outcome/verdict/rule.ts';
import { killSentence } from '../domain/outcome/verdict/sentences.ts';
import { reportOf } from './readout-before-after.ts';
import { readout } from './readout-files.ts';
import type { FrozenFile, FrozenInput, FrozenMetric } from './readout-input.ts';
import { placed } from './readout-series-input.ts';

/** Raised when the same input may give other digits. */
export const ENGINE = 'throughline-outcome/1';

export interface GuardrailRead {
  readonly metric: string;
  readonly name: string;
  readonly status: GuardrailJudged['status'] | 'cannot-tell';
  readonly sentence: string;
}

export interface Computed {
  readonly report: ReadoutReport;
  /** In the claim's scale, good direction positive. */
  readonly good?: Interval | undefined;
  /** Standard error of `good`, read off its interval, and its degrees of freedom; null means normal. */
  readonly precision?: { readonly standardError: number; readonly df: number | null } | undefined;
  readonly guardrails: readonly GuardrailRead[];
  readonly kill?: { readonly state: KillState; readonly sentence: string } | undefined;
  readonly atAPrice: boolean;
}

/** Throws UnreadableMetric when the series does not reach the ship, or the file cannot be read. */
export async function computeReadout(input: FrozenInput): Promise<Computed> {
  const report = input.design === 'before-after' ? beforeAfter(input, input.metric!) : await fromFile(input, input.file!);
  const own = report.effect[input.claim.scale];
  const good = own === null ? undefined : input.claim.direction === 'up' ? own : mirrored(own);
  const precision = good && precisionOf(good, report.effect.level);
  const unit: EffectUnit = { scale: input.claim.scale, unit: input.metric?.unit };
  const guardrails = readGuardrails(input);
  const kill = input.killBelow === undefined || good === undefined || precision === undefined ? undefined : killOf(good, precision, input.killBelow, input, unit);
  const breached = guardrails.some(({ status }) => status === 'breach');
  return { report, good, precision, guardrails, kill, atAPrice: report.verdict.status === 'won' && breached };
}

function questionOf(input: FrozenInput, metric: FrozenMetric, minEffect: { readonly scale: 'relative' | 'absolute'; readonly value: number }, direction = input.claim.direction): BeforeAfterQuestion {
  return {
    case: 'before-after', ship: input.ship, rollout: input.rollout, window: input.window, direction, minEffect, alpha: input.claim.alpha, controls: input.controls.map(({ name }) => name),
    otherShips: input.otherShips.map(({ on }) => on), ...(metric.kind === 'rate' ? {} : { kind: metric.kind === 'count' ? 'count' as const : 'amount' as const }),
  };
}

function observationsOf({ series }: FrozenMetric): Observation[] {
  return series.values.map((value, at) => ({ day: dayAt(series, at), value, where: dayAt(series, at), ...(series.denominators === undefined ? {} : { denominator: series.denominators[at] ?? null }) }));
}

/** A kept metric in the form in which a file is read. */
function readingOf(metric: FrozenMetric, controls: readonly FrozenMetric[]): { reading: MetricReading; built: BuiltSeries } {
  const column = (one: FrozenMetric) => ({ name: one.name, percent: false, currency: one.unit, observations: observationsOf(one) });
  return {
    reading: {
      name: metric.name, bytes: 0, sha256: '', kind: 'text', header: [metric.name], dateColumn: undefined, value: column(metric), controls: controls.map(column), denominatorColumn: undefined,
      timed: false, rows: metric.series.values.length, unread: [], unreadTotal: 0, said: [],
    },
    built: { series: metric.series, notes: [], gaps: metric.series.values.filter((value) => value === null).length, combine: undefined },
  };
}

function beforeAfter(input: FrozenInput, metric: FrozenMetric): ReadoutReport {
  const { reading, built } = readingOf(metric, input.controls);
  return reportOf(reading, built, questionOf(input, metric, { scale: input.claim.scale, value: input.claim.minEffect }));
}

/** The file lies in a folder of its own while it is read. */
async function fromFile(input: FrozenInput, file: FrozenFile): Promise<ReadoutReport> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-readout-'));
  try {
    const path = join(folder, file.name.replaceAll(/[^\w.-]/g, '_'));
    writeFileSync(path, gunzipSync(Buffer.from(file.gzip, 'base64')));
    return await readout({ path }, fileQuestion(input, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fileQuestion({ design, claim }: FrozenInput, { name, columns }: FrozenFile): ReadoutQuestion {
  const asked = { direction: claim.direction, minEffect: { scale: claim.scale, value: claim.minEffect }, alpha: claim.alpha };
  const { unit = '', period = '', value = '', treatedFrom = '', arm = '', control = '', outcome = '', kind, pre, denominator, date, week, split, plannedUnits, declaredEnd } = columns;
  if (design === 'staggered') return { case: 'panel', ...asked, unit, period, value, treatedFrom };
  return {
    case: 'experiment', ...asked, arm, control, outcome, pre, denominator, date, ...(week === undefined ? {} : { unit, week }), ...(split === undefined ? {} : { split: splitIn(split, name) }), ...(kind === undefined ? {} : { kind: kind as 'mean' }),
    ...(plannedUnits === undefined ? {} : { plannedUnits: Number(plannedUnits) }), ...(declaredEnd === undefined ? {} : { declaredEnd: declaredEnd !== 'false' }),
  };
}

/** `holdout=5, rest=95`: planned shares by arm. Throws UnreadableMetric for anything else. */
function splitIn(typed: string, file: string): Record<string, number> {
  const parts = typed.split(',').map((part) => /^\s*(.*?)\s*=\s*(\d+(?:\.\d+)?)\s*%?\s*$/.exec(part));
  const split = Object.fromEntries(parts.flatMap((part) => (part === null || part[1] === '' || !(Number(part[2]) > 0) ? [] : [[part[1]!, Number(part[2])]])));
  if (Object.keys(split).length !== parts.length) throw new UnreadableMetric(file, 'split_unreadable', `cannot be read with the planned shares “${typed.slice(0, 80)}”`, 'Write each arm with its share, such as holdout=5, rest=95');
  return split;
}

/** The standard error an interval stands for; normal, since a document does not carry degrees of freedom. */
function precisionOf({ low, high }: Interval, level: number): Computed['precision'] {
  if (low === null || high === null) return undefined;
  return { standardError: (high - low) / 2 / studentQuantile((1 + level) / 2, null), df: null };
}

function killOf(good: Interval, { standardError, df }: NonNullable<Computed['precision']>, below: number, { claim }: FrozenInput, unit: EffectUnit): Computed['kill'] {
  const half = studentQuantile(0.995, df) * standardError;
  const state = killState({ value: good.value, low: good.value - half, high: good.value + half }, below);
  return { state, sentence: killSentence(state, below, claim.direction, unit) };
}

function readGuardrails(input: FrozenInput): GuardrailRead[] {
  const readings = input.guardrails.map((guardrail) => ({ guardrail, reading: readGuardrail(input, guardrail) }));
  const judged = judgeGuardrails(readings.flatMap(({ reading }) => reading ?? []));
  let at = 0;
  return readings.map(({ guardrail: { metric, margin, scale }, reading }) => {
    const unit: EffectUnit = { scale, unit: metric.unit };
    if (reading === undefined) return { metric: metric.id, name: metric.name, status: 'cannot-tell', sentence: `${metric.name}: cannot tell; its own history does not carry a reading.` };
    const one = judged[at++]!;
    return { metric: metric.id, name: metric.name, status: one.status, sentence: guardrailWords(metric.name, one, margin, unit) };
  });
}

/** A guardrail's effect as its own before/after reading; undefined when that is refused. */
function readGuardrail(input: FrozenInput, { metric, margin, scale }: FrozenInput['guardrails'][number]): GuardrailReading | undefined {
  const { reading, built } = readingOf(metric, []);
  let read: SeriesReading;
  try {
    read = readSeries(placed(reading, built, questionOf(input, metric, { scale, value: margin }, metric.direction), new Map()).input, { direction: metric.direction, scale, minEffect: margin, alpha: 0.05 });
  } catch {
    return undefined;
  }
  const own = read.verdict.status === 'refused' || read.verdict.status === 'too-early' ? undefined : read.verdict.effect;
  const precision = own && precisionOf(own, read.estimate?.level ?? 0.95);
  return own && precision && { effect: own.value, standardError: precision.standardError, df: precision.df, margin };
}

function guardrailWords(name: string, { status, lowerBound, upperBound }: GuardrailJudged, margin: number, unit: EffectUnit): string {
  const most = `the ${effectText(margin, unit)} you would accept`;
  if (status === 'pass') return `${name} holds: the worst it can have lost (${signedText(lowerBound, unit)}) is within ${most}.`;
  if (status === 'breach') return `${name} was harmed: even at best (${signedText(upperBound, unit)}) it lost more than ${most}.`;
  return `${name}: harm cannot be ruled out; it may have lost up to ${effectText(Math.max(0, -lowerBound), unit)}, more than ${most}.`;
}
