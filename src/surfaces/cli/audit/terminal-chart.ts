// The picture of a terminal report: a row of squares for each age, and beside it how often past items of that age were finished.
import type { AuditReport } from '../../../contract/audit-report.ts';
import { AGED_OUT_LINE } from '../../report/aged-out.ts';
import { bucketWords, counted, estimateText, percentNumber, whole } from '../../report/numbers.ts';
import type { Look } from './look.ts';
import { padEnd, padStart, wrapped } from './wrap.ts';

type Bucket = AuditReport['summary']['buckets'][number];
const CLASSES = ['goal', 'lightsOn', 'none', 'unjudged', 'agedOut'] as const;
type Class = (typeof CLASSES)[number];
const NAMES: Readonly<Record<Class, string>> = { goal: 'leads to the goal', lightsOn: 'keeps the lights on', none: 'no path yet', unjudged: 'open', agedOut: 'aged out' };

const HEAD = 'finished in a year';
/** Squares a row must have room for before estimates may take their ranges along. */
const LEAST_ROOM = 16;

const total = (bucket: Bucket): number => CLASSES.reduce((sum, name) => sum + bucket[name], 0);

/** Lines of at most `look.width`; empty when nothing is open. */
export function ageChart(report: AuditReport, look: Look): string[] {
  const { buckets, survival } = report.summary;
  const used = CLASSES.filter((name) => buckets.some((bucket) => bucket[name] > 0));
  if (used.length === 0) return [];
  const rows = buckets.map((bucket) => ({ bucket, estimate: survival.find((row) => row.pool === 'all' && row.untouchedDays === bucket.from) }));
  const label = Math.max(...rows.map(({ bucket }) => bucketWords(bucket).length));
  const number = Math.max(...rows.map(({ bucket }) => whole(total(bucket)).length));
  const left = look.width - label - number - 7;
  const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length), HEAD.length);
  const wordy = rows.map(({ estimate }) => estimateWords(estimate, true));
  const says = left - widest(wordy) >= LEAST_ROOM ? wordy : rows.map(({ estimate }) => estimateWords(estimate, false));
  const room = Math.max(8, Math.min(48, left - widest(says)));
  const unit = unitFor(rows.map(({ bucket }) => bucket), room);
  const head = `${padEnd('days untouched', label + number + room + 5)}${look.faint(HEAD)}`;
  const lines = rows.map(({ bucket, estimate }, at) => {
    const bar = CLASSES.map((name) => look.paint(name, look.square[name].repeat(squares(bucket[name], unit)))).join('');
    const length = CLASSES.reduce((sum, name) => sum + squares(bucket[name], unit), 0);
    const said = estimate?.flags ? look.paint('agedOut', says[at]!) : look.faint(says[at]!);
    return `${padStart(bucketWords(bucket), label)}  ${padStart(whole(total(bucket)), number)}  ${bar}${' '.repeat(room - length)} ${said}`.trimEnd();
  });
  const legend = `One square is ${unit === 1 ? 'one open item' : `${counted(unit, 'open item')}, rounded`}: ${used.map((name) => `${look.square[name]} ${NAMES[name]}`).join(', ')}.`;
  return [...wrapped(legend, look.width).map(look.faint), '', head, ...lines];
}

/** A low estimate whose range still reaches over the line says so: otherwise its row looks forgotten. Without its range where room is short. */
function estimateWords(row: AuditReport['summary']['survival'][number] | undefined, withRange: boolean): string {
  if (row === undefined) return '';
  if (row.silent !== undefined || row.atRisk === 0) return 'cannot tell';
  const share = withRange ? estimateText(row) : `${percentNumber(row.doneWithin365)}%`;
  return `${share}${row.flags ? ' aged out' : row.doneWithin365 < AGED_OUT_LINE ? ' too few to say' : ''}`;
}

function squares(count: number, unit: number): number {
  return count === 0 ? 0 : Math.max(1, Math.round(count / unit));
}

/** The smallest of 1, 2, 5, 10, 20 ... with which every row fits. */
function unitFor(buckets: readonly Bucket[], room: number): number {
  const fits = (unit: number): boolean => buckets.every((bucket) => CLASSES.reduce((sum, name) => sum + squares(bucket[name], unit), 0) <= room);
  for (let power = 1; ; power *= 10) {
    const unit = [1, 2, 5].map((step) => step * power).find(fits);
    if (unit !== undefined) return unit;
  }
}
