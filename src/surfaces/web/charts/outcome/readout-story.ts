// What a readout says besides its sentences: what its grade is worth, its numbers, its checks, what was read. The same words on a page and
// in a terminal. Knows no layout.
import type { ReadoutReport } from '../../../../contract/readout-report.ts';
import { said, saidRange, type Measure } from './measure.ts';
import { count as whole, counted, dayWords } from '../../data/words.ts';
import { differenceMeasure } from './readout-pictures.ts';

export interface Line {
  readonly name: string;
  readonly text: string;
}

const GRADES: Readonly<Record<ReadoutReport['grade'], string>> = {
  A: 'A of A to D: randomised.', B: 'B of A to D: compared with units that did not get it.', C: 'C of A to D: before and after, beside series that the ship cannot have moved.',
  D: 'D of A to D: before and after alone. Anything else that changed then is inside it.',
};
const STATUS: Readonly<Record<ReadoutReport['verdict']['status'], string>> = { won: 'Won', lost: 'Lost', inconclusive: 'Cannot tell', refused: 'Cannot tell', 'too-early': 'Too early' };

/** What the evidence is worth: `D of A to D: before and after alone. ...`. */
export function gradeWords({ grade }: Pick<ReadoutReport, 'grade'>): string {
  return GRADES[grade];
}

/** The verdict in a word or two, for a heading. */
export function statusWords({ verdict }: ReadoutReport): string {
  if (verdict.status === 'lost' && verdict.sub === 'harmful') return 'Lost: it did harm';
  if (verdict.status === 'lost') return verdict.sub === 'real-but-below-bar' ? 'Lost: real, but below the bar' : 'Lost: no sign of it';
  if (verdict.sub === 'positive-size-unknown') return 'Cannot tell: it helped, how much is not known';
  return STATUS[verdict.status];
}

const RELATIVE: Measure = { as: 'share', unit: '%' };

/** The numbers of the effect; empty when none may be shown. */
export function numberLines(report: ReadoutReport): Line[] {
  const { effect, minEffect, pAtLeastMin, detectable80, asked, placebo } = report;
  const own = differenceMeasure(report.picture?.measure ?? { as: 'number', unit: '' });
  const measured = (value: number, low: number | null, high: number | null, measure: Measure): string => `${said(value, measure, { signed: true })} (${saidRange(low, high, measure, { signed: true })}, ${Math.round(effect.level * 100)}% interval)`;
  const scale = asked.scale === 'relative' ? RELATIVE : own;
  const least = asked.scale === 'relative' ? detectable80?.relative : detectable80?.absolute;
  const lines: (Line | false)[] = [
    effect.relative !== null && { name: 'Relative', text: measured(effect.relative.value, effect.relative.low, effect.relative.high, RELATIVE) },
    effect.absolute !== null && { name: 'Absolute', text: measured(effect.absolute.value, effect.absolute.low, effect.absolute.high, own) },
    minEffect !== null && { name: 'Your bar', text: `${said(asked.direction === 'up' ? minEffect : -minEffect, scale, { signed: true })}${pAtLeastMin === null ? '' : `; the chance that the effect is at least that is ${chanceText(pAtLeastMin)}`}` },
    least !== null && least !== undefined && { name: 'Could see', text: `${said(Math.abs(least), scale)} or more, four times in five` },
    placebo !== null && placebo.origins > 0 && { name: 'Tried on', text: `${counted(placebo.origins, 'past date')} with no ship${effect.absolute === null ? '' : '; the interval is as wide as those errors ask for'}` },
    { name: 'Evidence', text: gradeWords(report) },
  ];
  return lines.filter((line) => line !== false);
}

function chanceText(chance: number): string {
  if (chance > 0.995) return 'over 99%';
  return chance < 0.005 ? 'under 1%' : `${Math.round(chance * 100)}%`;
}

const CHECKS: Readonly<Record<string, string>> = {
  'window-not-over': 'The window is over', 'too-little-history': 'Enough history', 'no-variation': 'The values vary', 'too-few-events': 'Enough events', 'no-placebo-history': 'Enough past windows to try the method on',
  'placebo-intervals-do-not-cover': 'Its intervals held on past dates', 'placebo-bias': 'It erred to neither side on past dates', 'missing-data': 'Few values are missing', 'unknown-ship-date': 'The ship day is known',
  'variance-break': 'The noise stayed as it was', 'two-bets-share-this-window': 'No other ship in the window', srm: 'The split is as planned', 'one-arm': 'There are two arms', 'users-affect-each-other': 'Users do not affect each other',
  'exposure-after-outcome': 'Exposure came before the outcome', 'attrition-differs': 'Both arms lost alike', 'too-few-units': 'Enough units', 'too-few-events-per-arm': 'Enough events in each arm', 'too-few-days': 'Enough days',
  'too-few-controls': 'Enough units to compare with', 'too-few-pre-periods': 'Enough periods before', 'design-cannot-reach-level': 'The design can reach its level', 'pre-trend-differs': 'The units moved alike before', 'poor-pre-fit': 'The mix fits before the change',
  'placebo-rank': 'It stands out among placebos', 'methods-disagree-in-sign': 'A second method agrees in direction', 'no-treated-unit': 'Some unit got the change',
};

export interface CheckLine extends Line {
  readonly ok: boolean;
  readonly refuses: boolean;
}

export function checkLines({ checks }: ReadoutReport): CheckLine[] {
  return checks.map(({ id, ok, value, limit, refuses }) => ({
    name: CHECKS[id] ?? id, ok, refuses, text: value === null || limit === null ? '' : `${figure(value)} against ${figure(limit)}`,
  }));
}

function figure(value: number): string {
  if (Number.isInteger(value)) return whole(value);
  return Math.abs(value) < 0.001 ? value.toExponential(1) : value.toLocaleString('en', { maximumSignificantDigits: 3 });
}

/** What was read, from when to when, and what was left out. */
export function readLines({ data, source, case: kind, picture, asked }: ReadoutReport): Line[] {
  const between = typeof data.first === 'string' && typeof data.last === 'string' && data.grain !== null ? `, ${dayWords(data.first)} to ${dayWords(data.last)}` : data.first === null ? '' : `, ${data.first} to ${data.last}`;
  const arms = Object.entries(data.perArm).map(([name, count]) => `${name} ${whole(count)}`).join(', ');
  const read = kind === 'experiment' ? `${counted(data.units, 'unit')}: ${arms}` : kind === 'panel' ? `${counted(data.units, 'unit')}, ${counted(data.points, 'value')}${between}` : `${counted(data.points, data.grain ?? 'day')} with a value${between}`;
  const window = picture?.case === 'before-after' ? [{ name: 'Window', text: `${dayWords(picture.window.from)} to ${dayWords(picture.window.to)}; shipped ${dayWords(asked.ship ?? picture.ship)}` }] : [];
  return [
    { name: 'Read', text: `${read}.` }, ...window,
    ...(data.missing > 0 ? [{ name: 'Missing', text: kind === 'before-after' ? `${counted(data.missing, data.grain ?? 'day')} without a value; a gap stays a gap.` : kind === 'panel' ? `${counted(data.missing, 'cell')} without a value.` : `${counted(data.missing, 'unit')} without an outcome.` }] : []),
    ...(source.said.length > 0 ? [{ name: 'Taken as', text: source.said.join(' ') }] : []),
  ];
}

/** The first few things that were left out, each with its place and reason, and how many more there are. */
export function unreadLines({ unread, data }: ReadoutReport, most = 8): string[] {
  const shown = unread.slice(0, most).map(({ where, detail, says }) => `${where}: ${detail === '' ? 'it' : `“${detail}”`} ${says}`);
  const more = Math.max(data.unread, unread.length) - shown.length;
  return more > 0 ? [...shown, `and ${counted(more, 'more', 'more')}; --json lists ${unread.length === Math.max(data.unread, unread.length) ? 'them all' : 'a thousand'}`] : shown;
}
