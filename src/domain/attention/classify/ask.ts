// Which series to ask about this week: three whose answer settles most minutes, two drawn at random, for only those may tell how good the guesses are.
import { seededRandom } from '../../kernel/random.ts';

/** A series whose kind is a guess. */
export interface Askable {
  readonly series: string;
  readonly weeklyMinutes: number;
  /** Weeks it is expected to go on, this one included. */
  readonly remainingWeeks: number;
  /** Probability of its likeliest kind. */
  readonly probability: number;
}

export interface Question {
  readonly series: string;
  /** `random` answers feed the accuracy that is shown; `settles` answers never do. */
  readonly drawn: 'settles' | 'random';
}

/** A week never asks more, the first one included. */
const A_WEEK = 5;
const AT_RANDOM = 2;
const WEEKS_COUNTED = 12;

/** Minutes an answer is expected to settle. 60 minutes a week for 20 weeks at probability .5: 60 x 12 x .5 = 360. */
export function askScore({ weeklyMinutes, remainingWeeks, probability }: Askable): number {
  return weeklyMinutes * Math.min(WEEKS_COUNTED, remainingWeeks) * (1 - probability);
}

/** Draws `n` without repeating, each time in proportion to weekly minutes. */
function drawn(from: readonly Askable[], n: number, random: () => number): Askable[] {
  const left = from.filter(({ weeklyMinutes }) => weeklyMinutes > 0);
  const taken: Askable[] = [];
  while (taken.length < n && left.length > 0) {
    let at = random() * left.reduce((sum, { weeklyMinutes }) => sum + weeklyMinutes, 0);
    const found = left.findIndex(({ weeklyMinutes }) => (at -= weeklyMinutes) < 0);
    taken.push(...left.splice(found === -1 ? left.length - 1 : found, 1));
  }
  return taken;
}

/**
 * The week's questions: five at most, in the first week all of them drawn at random, later two, before any is chosen by score.
 * The same series and seed give the same questions in any order of `series`.
 */
export function questionsFor(series: readonly Askable[], seed: number, firstWeek: boolean): Question[] {
  const sorted = [...series].sort((a, b) => (a.series < b.series ? -1 : 1));
  const random = drawn(sorted, firstWeek ? A_WEEK : AT_RANDOM, seededRandom(seed));
  const settling = firstWeek ? [] : sorted.filter((one) => !random.includes(one) && askScore(one) > 0).sort((a, b) => askScore(b) - askScore(a)).slice(0, A_WEEK - AT_RANDOM);
  return [...settling.map((one): Question => ({ series: one.series, drawn: 'settles' })), ...random.map((one): Question => ({ series: one.series, drawn: 'random' }))];
}
