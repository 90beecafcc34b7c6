// What each check of a readout found, in a sentence, and whether it holds. Knows the checks by their stable names and no screen.
import { checkLines } from '../../charts/outcome/readout-story.ts';
import { counted } from '../../data/words.ts';
import type { Readout } from './readout-words.ts';

type Report = Readout['report'];
type Check = Report['checks'][number];

export interface CheckRow {
  readonly id: string;
  readonly name: string;
  readonly found: string;
  readonly result: 'holds' | 'refuses' | 'warns' | 'not tried';
}

const figure = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const share = (value: number): string => `${(value * 100).toLocaleString('en', value < 0.001 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: 1 })}%`;
const times = (value: number): string => `${figure(value)} times`;

/** Sentences where value and limit have a plain meaning; the rest say both numbers. */
const FOUND: Readonly<Record<string, (value: number, limit: number, report: Report) => string>> = {
  'window-not-over': (value, limit) => `${counted(value, 'day is', 'days are')} known; the window ends with day ${figure(limit)}`,
  'too-little-history': (value, limit) => `${counted(value, 'point', 'points')} before the ship; it takes ${figure(limit)}`,
  'no-variation': (value, limit) => (value > limit ? 'They do' : 'They do not'),
  'no-placebo-history': (value, limit) => `Past windows that do not overlap: ${figure(value)}; it takes ${figure(limit)}`,
  // The factor is of the variance; a reader thinks in widths.
  'placebo-intervals-do-not-cover': (value, limit, { placebo }) => `${placebo === null ? 'On past dates' : `On ${counted(placebo.origins, 'past date')}`} with no ship, ${value <= 1 ? 'the intervals were wide enough' : `intervals ${times(Math.sqrt(value))} as wide were needed, and are used`}; at most ${figure(Math.sqrt(limit))}`,
  'placebo-bias': (value, limit) => `Its errors there lean to one side by ${figure(value)} standard errors; at most ${figure(limit)}`,
  'missing-data': (value, limit) => `${value === 0 ? 'No day' : share(value)} missing in the window; at most ${share(limit)}`,
  'unknown-ship-date': (value, limit) => `${value === 0 ? 'It is' : `Known to ${counted(value, 'day')}, which is`} ${value <= limit ? 'exact enough' : 'not exact enough'}`,
  'variance-break': (value, limit) => `In the last quarter before the ship the noise was ${times(value)} the former one; at most ${figure(limit)}`,
  'two-bets-share-this-window': (value) => (value === 0 ? 'None on this metric' : `${counted(value, 'other ship')} in the window`),
  'one-arm': (value, limit) => `${counted(value, 'arm')}; it takes ${figure(limit)}`,
  'too-few-units': (value, limit) => `${counted(value, 'unit')} in the smallest arm; it takes ${figure(limit)}`,
  'too-few-controls': (value, limit) => `${counted(value, 'unit')} without the change; it takes ${figure(limit)}`,
  'too-few-pre-periods': (value, limit) => `${counted(value, 'period')} before it; it takes ${figure(limit)}`,
  'design-cannot-reach-level': (value, limit) => `Even the clearest effect would come by chance ${share(value)} of the time; at most ${share(limit)}`,
  'pre-trend-differs': (value, limit) => `A drift this large comes by chance with ${share(value)}; refused below ${share(limit)}`,
  'attrition-differs': (value, limit) => `A loss this uneven comes by chance with ${share(value)}; refused below ${share(limit)}`,
  srm: (value, limit) => `A split this uneven comes by chance with ${share(value)}; refused below ${share(limit)}`,
};

function foundWords(check: Check, report: Report, fallback: string): string {
  const { id, value, limit } = check;
  const words = FOUND[id];
  return words === undefined || value === null || limit === null ? fallback : words(value, limit, report);
}

/** A method that had no past date to be tried on neither held there nor failed. */
function untried({ id }: Check, { placebo }: Report): boolean {
  return id.startsWith('placebo-') && placebo?.origins === 0;
}

/** Failed ones first: they are what a reader came for. */
export function checkRows(report: Report): readonly CheckRow[] {
  const lines = checkLines(report);
  const rows = report.checks.map((check, at): CheckRow => ({
    id: check.id, name: lines[at]?.name ?? check.id, found: untried(check, report) ? 'There is no past date to try it on' : foundWords(check, report, lines[at]?.text ?? ''), result: untried(check, report) ? 'not tried' : check.ok ? 'holds' : check.refuses ? 'refuses' : 'warns',
  }));
  return [...rows.filter(({ result }) => result !== 'holds'), ...rows.filter(({ result }) => result === 'holds')];
}

/** The heading over the checks. */
export function checksTitle({ case: kind }: Report): string {
  if (kind === 'experiment') return 'What was checked before the test was read';
  return kind === 'panel' ? 'What was checked before the units were compared' : 'The method was tried on dates when nothing shipped';
}
