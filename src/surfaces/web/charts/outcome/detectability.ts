// What a metric can answer before a bet is placed: the smallest effect it could see at each review, beside what is hoped for.
import type { ChartTable } from './chart-table.ts';
import { said, saidRange, type Measure } from './measure.ts';

export interface DetectabilityRow {
  /** Days after the ship: 30, 90, 365. */
  readonly days: number;
  /** Smallest effect seen four times in five; null when the metric cannot answer at that distance. */
  readonly detectable: number | null;
  /** Why not, in a few words: `needs 3.5 years of history`. */
  readonly reason?: string | undefined;
}

export interface DetectabilityData {
  readonly measure: Measure;
  readonly rows: readonly DetectabilityRow[];
  /** What the bet hopes for: 5th, 50th and 95th percentile, in the hoped-for direction. */
  readonly hoped?: { readonly low: number; readonly mid: number; readonly high: number } | undefined;
  readonly minEffect?: number | undefined;
}

/** Whether this review can answer: `yes` when it sees the smallest effect that would matter, `partly` when it sees the hoped-for middle, else `no`. */
export function answers(row: DetectabilityRow, data: Pick<DetectabilityData, 'hoped' | 'minEffect'>): 'yes' | 'partly' | 'no' {
  if (row.detectable === null) return 'no';
  if (data.minEffect !== undefined && row.detectable <= data.minEffect) return 'yes';
  return data.hoped !== undefined && row.detectable <= data.hoped.mid ? 'partly' : 'no';
}

/** `sees 7% or more` or `cannot answer`; the reason follows elsewhere. */
export function answerWords(row: DetectabilityRow, data: DetectabilityData): string {
  return row.detectable === null ? 'cannot answer' : `sees ${said(row.detectable, data.measure)} or more`;
}

/** What the size means for this bet; without a hope or a minimum there is none to judge by. */
export function meaningWords(row: DetectabilityRow, data: DetectabilityData): string {
  if (row.detectable === null) return row.reason ?? 'no interval holds at that distance';
  if (data.hoped === undefined && data.minEffect === undefined) return 'four times in five';
  const answer = answers(row, data);
  if (answer === 'yes') return 'fine enough for your minimum';
  return answer === 'partly' ? 'only if it goes as hoped' : 'too coarse for this bet';
}

export function detectabilitySummary(data: DetectabilityData): string {
  return [
    data.rows.map((row) => `At ${row.days} days this metric ${answerWords(row, data)}: ${meaningWords(row, data)}.`).join(' '),
    data.hoped && `You hope for ${saidRange(data.hoped.low, data.hoped.high, data.measure)}.`,
    data.minEffect !== undefined && `${said(data.minEffect, data.measure)} would matter.`,
  ].filter(Boolean).join(' ');
}

export function detectabilityTable(data: DetectabilityData): ChartTable {
  return {
    head: ['Review', 'Smallest effect seen', 'What it means'],
    left: [2],
    rows: data.rows.map((row) => [`${row.days} days`, row.detectable === null ? 'cannot answer' : said(row.detectable, data.measure), meaningWords(row, data)]),
  };
}
