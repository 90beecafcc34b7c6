// Pressed load: of the minutes carried in a week, how many were pressed on somebody rather than chosen. Against the person's own weeks only.
import { weekStart } from '../kernel/calendar.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import { xmrLimits, xmrSignal, type XmrLimits } from '../kernel/statistics-chart.ts';
import { byDay, minutesCarried, type Carry } from './carry.ts';
import type { LineFinding } from './finding.ts';
import { counted, dayWords, percentWords, timeWords } from './words.ts';

const BASELINE_WEEKS = 8;

export interface PressedWeek {
  readonly from: Day;
  readonly minutes: number;
  readonly pressed: number;
  /** Marked neither pressed nor chosen; they count among `minutes`. */
  readonly unmarked: number;
  /** Undefined in a week without carries: nothing was carried, which is no share of 0. */
  readonly share: number | undefined;
}

export interface PressedLoad {
  readonly weeks: readonly PressedWeek[];
  readonly usual: XmrLimits | undefined;
  readonly reading: 'few-weeks' | 'usual' | 'above' | 'below' | 'run';
  readonly says: string;
  readonly finding?: LineFinding;
}

/**
 * Pressed minutes / all carried minutes of each whole week before that of `today`; an XmR chart from eight weeks with carries, read for the
 * last of them. Limits are cut to 0 and 1. Source: docs/formulas/pressed-load.md. Example: 45 of 90 minutes pressed is 50%; with 30 of the
 * others marked neither way that is said beside it, as the share could be as much as 75 of 90.
 */
export function pressedLoad(carries: readonly Carry[], today: Day, most = 16): PressedLoad {
  const now = weekStart(today);
  const first = carries.map(({ on }) => weekStart(on)).sort()[0];
  const weeks: PressedWeek[] = [];
  for (let from = addDays(now, -7 * most); from < now; from = addDays(from, 7)) {
    if (first === undefined || from < first) continue;
    const own = carries.filter(({ on }) => weekStart(on) === from);
    const of = (wanted: Carry['mode']): number => minutesCarried(own.filter(({ mode }) => mode === wanted));
    const [minutes, pressed, unmarked] = [minutesCarried(own), of('pressed'), of(undefined)];
    weeks.push({ from, minutes, pressed, unmarked, share: minutes === 0 ? undefined : pressed / minutes });
  }
  const shares = weeks.flatMap(({ share }) => (share === undefined ? [] : [share]));
  const limits = xmrLimits(shares.length > BASELINE_WEEKS ? shares.slice(0, -1) : shares);
  const usual = limits && { mean: limits.mean, low: Math.max(0, limits.low), high: Math.min(1, limits.high) };
  const last = weeks.findLast(({ share }) => share !== undefined);
  if (last === undefined) return { weeks, usual, reading: 'few-weeks', says: 'No carry is on record in a whole week yet.' };
  const stood = `${timeWords(last.pressed)} of ${timeWords(last.minutes)} carried in the week of ${dayWords(last.from)} were pressed, ${percentWords(last.share!)}${unmarkedWords(last)}`;
  if (usual === undefined || shares.length <= BASELINE_WEEKS) return { weeks, usual, reading: 'few-weeks', says: `${stood}. Cannot tell whether that is unusual for you: ${counted(shares.length, 'week')} with carries, and nine are needed.` };
  const signal = xmrSignal(shares, limits!);
  const reading = signal === 'outside' ? (last.share! > usual.high ? 'above' : 'below') : signal === 'run_of_eight' ? 'run' : 'usual';
  const range = `${percentWords(usual.low)} to ${percentWords(usual.high)}`;
  const says = usual.low <= 0 && usual.high >= 1 ? `${stood}; your weeks vary so much that no week can stand out.` : reading === 'usual' ? `${stood}; within your usual range of ${range}.` : reading === 'run' ? `${stood}; eight weeks in a row lie on one side of your mean of ${percentWords(usual.mean)}.` : `${stood}; ${reading} your usual range of ${range}.`;
  return { weeks, usual, reading, says, ...(reading === 'above' ? { finding: findingOf(says, last, carries) } : {}) };
}

/** Beside the share, so that it cannot be read as if the rest had been chosen. */
function unmarkedWords({ minutes, unmarked }: PressedWeek): string {
  if (unmarked === 0) return '';
  return unmarked === minutes ? '; none of them was marked chosen or pressed' : ` (${timeWords(unmarked)}, ${percentWords(unmarked / minutes)}, were marked neither chosen nor pressed)`;
}

function findingOf(says: string, last: PressedWeek, carries: readonly Carry[]): LineFinding {
  return {
    rule: 'pressed_load', says, value: Math.round(last.share! * 100), unit: '% of carried minutes', grade: 'Declared', weeks: [{ from: last.from, minutes: last.minutes, confirmed: last.minutes, over: true }],
    carries: carries.filter(({ on, mode }) => mode === 'pressed' && weekStart(on) === last.from).sort(byDay),
    notClaimed: 'How you are, or that anybody meant to press you.', wouldChange: 'A week within your usual range, or carries that turn out to have been chosen.', next: 'Look at who asked, and whether it was seen.',
  };
}
