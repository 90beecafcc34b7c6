// All bets as rows of one picture: the data, the words of a verdict, the sentence and the table.
import type { ChartTable } from './chart-table.ts';
import { said, saidRange, type Measure } from './measure.ts';
import { rangeOf } from './nice-axis.ts';

/** How a bet stands. `running`: shipped, its review not due. */
export type BetStanding = 'won' | 'lost' | 'no-difference' | 'cannot-tell' | 'running' | 'open';

export const STANDING_WORDS: Readonly<Record<BetStanding, string>> = {
  won: 'won', lost: 'lost', 'no-difference': 'no difference', 'cannot-tell': 'cannot tell', running: 'running', open: 'not shipped',
};

export interface BetIntervalRow {
  readonly id: string;
  readonly name: string;
  readonly standing: BetStanding;
  /** Evidence grade; absent before a readout. */
  readonly grade?: 'A' | 'B' | 'C' | 'D' | undefined;
  /** Absent where nothing may be shown. The hoped-for direction is positive here whatever the metric's is. */
  readonly effect?: { readonly value: number; readonly low: number | null; readonly high: number | null } | undefined;
  /** Above 0, on the same scale. */
  readonly minEffect?: number | undefined;
  /** Why there is no interval, or what goes with it, in a few words: `two bets share this window`. */
  readonly note?: string | undefined;
}

export interface BetIntervalsData {
  readonly rows: readonly BetIntervalRow[];
  readonly measure: Measure;
  readonly level: number;
}

/** Colour goes with a verdict only; `plain` for everything that is not one. */
export function toneOf(row: BetIntervalRow): 'good' | 'bad' | 'plain' {
  if (row.standing === 'won') return 'good';
  return row.standing === 'lost' && row.effect?.high != null && row.effect.high < 0 ? 'bad' : 'plain';
}

/**
 * How far the axis reaches on either side: every estimate and minimum, and intervals up to three times the middle one's
 * reach. A wider one is cut with an arrow, so that one hopeless bet does not flatten the rest.
 */
export function reachOf(data: BetIntervalsData): readonly [number, number] {
  const effects = data.rows.flatMap((row) => (row.effect ? [row.effect] : []));
  const ends = effects.flatMap(({ low, high }) => [low, high]).filter((end): end is number => end !== null && Number.isFinite(end));
  const sizes = ends.map(Math.abs).sort((a, b) => a - b);
  const cut = Math.max(3 * (sizes[Math.floor(sizes.length / 2)] ?? 0), ...effects.map(({ value }) => Math.abs(value)));
  const values = [0, ...effects.map(({ value }) => value), ...data.rows.flatMap(({ minEffect }) => minEffect ?? []), ...ends.map((end) => Math.min(Math.max(end, -cut), cut))];
  return rangeOf(values);
}

export function betIntervalsSummary(data: BetIntervalsData): string {
  if (data.rows.length === 0) return 'No bet has been placed.';
  const counts = (Object.keys(STANDING_WORDS) as BetStanding[]).map((standing) => ({ standing, count: data.rows.filter((row) => row.standing === standing).length })).filter(({ count }) => count > 0);
  const told = data.rows.filter((row) => row.effect !== undefined);
  return [
    `${data.rows.length} ${data.rows.length === 1 ? 'bet' : 'bets'}: ${counts.map(({ standing, count }) => `${count} ${STANDING_WORDS[standing]}`).join(', ')}.`,
    told.length > 0 && `${told.map((row) => `${row.name} ${said(row.effect?.value ?? 0, data.measure, { signed: true })} (${saidRange(row.effect?.low ?? null, row.effect?.high ?? null, data.measure, { signed: true })})`).slice(0, 8).join('; ')}${told.length > 8 ? `; and ${told.length - 8} more` : ''}.`,
  ].filter(Boolean).join(' ');
}

export function betIntervalsTable(data: BetIntervalsData): ChartTable {
  return {
    head: ['Bet', 'Effect', `${Math.round(data.level * 100)}% interval`, 'Would matter', 'Verdict', 'Grade', 'Note'],
    left: [4, 5, 6],
    rows: data.rows.map((row) => [
      row.name, row.effect ? said(row.effect.value, data.measure, { signed: true }) : 'none', row.effect ? saidRange(row.effect.low, row.effect.high, data.measure, { signed: true }) : '',
      row.minEffect === undefined ? '' : said(row.minEffect, data.measure, { signed: true }), STANDING_WORDS[row.standing], row.grade ?? '', row.note ?? '',
    ]),
  };
}
