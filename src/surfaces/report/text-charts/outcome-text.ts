// The pictures of intervals as characters: all bets, what a metric can answer, a randomised test.
import { reachOf, STANDING_WORDS, type BetIntervalsData, type BetStanding } from '../../web/charts/outcome/bet-intervals.ts';
import { answerWords, meaningWords, type DetectabilityData } from '../../web/charts/outcome/detectability.ts';
import { relativeWords, type ExperimentData } from '../../web/charts/outcome/experiment.ts';
import { said, saidRange } from '../../web/charts/outcome/measure.ts';
import { intervalLines } from './interval-text.ts';
import { finished, wrapped, columnsFor, type TextSize } from './text-columns.ts';
import { legendLines } from './time-text.ts';

const GLYPHS: Readonly<Record<BetStanding, readonly [sign: string, ascii: string]>> = {
  won: ['✓', '+'], lost: ['▬', '-'], 'no-difference': ['=', '='], 'cannot-tell': ['◌', '?'], running: ['◐', '~'], open: ['○', '.'],
};

/** '' when no bet has been placed. */
export function betIntervalsText(data: BetIntervalsData, size: TextSize): string {
  if (data.rows.length === 0) return '';
  const glyph = (standing: BetStanding): string => GLYPHS[standing][size.ascii === true ? 1 : 0];
  return finished([
    ...intervalLines({
      measure: data.measure, signed: true, values: reachOf(data),
      rows: data.rows.map((row) => ({
        name: row.name, mark: row.effect, instead: row.effect ? undefined : row.note ?? 'no readout yet', minimum: row.minEffect,
        words: `${glyph(row.standing)} ${STANDING_WORDS[row.standing]}${row.grade ? `, ${row.grade}` : ''}${row.effect ? ` ${said(row.effect.value, data.measure, { signed: true })}` : ''}`,
      })),
    }, size),
    ...legendLines([`${size.ascii === true ? '!' : '╽'} would matter`, `${Math.round(data.level * 100)}% interval; A to D: grade of the evidence; the good direction is to the right`], columnsFor(size)),
  ], size);
}

/** '' without a review. */
export function detectabilityText(data: DetectabilityData, size: TextSize): string {
  if (data.rows.length === 0) return '';
  const ends = [0, ...data.rows.flatMap(({ detectable }) => detectable ?? []), ...(data.hoped ? [data.hoped.high] : []), ...(data.minEffect === undefined ? [] : [data.minEffect])];
  const most = Math.max(...ends);
  return finished([
    ...intervalLines({
      measure: data.measure, signed: false, values: [0, most === 0 ? 1 : most],
      rows: [
        ...(data.hoped ? [{ name: 'hoped for', words: saidRange(data.hoped.low, data.hoped.high, data.measure), mark: { value: data.hoped.mid, low: data.hoped.low, high: data.hoped.high }, minimum: data.minEffect }] : []),
        ...data.rows.map((row) => (row.detectable === null
          ? { name: `${row.days} days`, words: answerWords(row, data), instead: meaningWords(row, data), minimum: data.minEffect }
          : { name: `${row.days} days`, words: answerWords(row, data), mark: { value: row.detectable, low: row.detectable, high: null }, minimum: data.minEffect })),
      ],
    }, size),
    ...(data.minEffect === undefined ? [] : [`${size.ascii === true ? '!' : '╽'} ${said(data.minEffect, data.measure)} would matter`]),
    ...data.rows.flatMap((row) => wrapped(`${row.days} days: ${answerWords(row, data)}, ${meaningWords(row, data)}.`, columnsFor(size))),
  ], size);
}

/** '' without an arm. */
export function experimentText(data: ExperimentData, size: TextSize): string {
  if (data.arms.length === 0) return '';
  const bounds = (one: { readonly value: number; readonly low: number | null; readonly high: number | null }): number[] => [one.value, one.low ?? one.value, one.high ?? one.value];
  const running = data.running?.at(-1);
  return finished([
    ...intervalLines({
      measure: data.measure, signed: false, values: data.arms.flatMap(bounds),
      rows: data.arms.map((arm) => ({ name: `${arm.name} (${arm.units.toLocaleString('en')})`, words: `${said(arm.value, data.measure)} (${saidRange(arm.low, arm.high, data.measure)})`, mark: arm })),
    }, size),
    ...(data.differences.length === 0 ? [] : [
      '', 'The difference',
      ...intervalLines({
        measure: data.differenceMeasure, signed: true, values: [0, ...data.differences.flatMap(bounds), ...(data.minEffect === undefined ? [] : [data.minEffect])],
        rows: data.differences.map((one) => ({ name: one.name, words: `${said(one.value, data.differenceMeasure, { signed: true })} (${saidRange(one.low, one.high, data.differenceMeasure, { signed: true })})`, mark: one, minimum: data.minEffect })),
      }, size),
      ...legendLines([
        data.minEffect === undefined ? '' : `${size.ascii === true ? '!' : '╽'} ${said(data.minEffect, data.differenceMeasure, { signed: true })} would matter`,
        ...data.differences.map((one) => (one.relative ? `${one.name}: ${relativeWords(one.relative)}` : '')),
        running ? `always valid at ${running.units.toLocaleString('en')} units: ${saidRange(running.low, running.high, data.differenceMeasure, { signed: true })}` : '',
      ], columnsFor(size)),
    ]),
  ], size);
}
