// The other ways in which the same adoption dates could have fallen on the same units: all of them where they are few, else seeded draws.
import { seededRandom } from '../../kernel/random.ts';

/** Up to ten times as many arrangements as would be drawn are gone through one by one. */
const EXACT_UP_TO = 10;
/** Drawn for an interval. */
export const DRAWS = 4_999;

/** How many different ways there are to deal these dates to the units: n! over the factorials of how often each occurs. Example: 3 of 6 is 20. */
export function arrangementCount(start: ArrayLike<number>): number {
  const seen = new Map<number, number>();
  let count = 1;
  Array.from(start).forEach((at, i) => {
    const times = (seen.get(at) ?? 0) + 1;
    seen.set(at, times);
    count = (count * (i + 1)) / times;
  });
  return Math.round(count);
}

/**
 * Visits arrangements of `start`, the given one among them; the array handed over is reused. `exact` says that every arrangement was visited
 * once; else the given one comes first and seeded draws follow.
 */
export function visitArrangements(start: Int32Array, draws: number, seed: number, visit: (start: Int32Array) => void): { readonly visited: number; readonly exact: boolean } {
  if (arrangementCount(start) <= EXACT_UP_TO * (draws + 1)) {
    const order = start.slice().sort();
    let visited = 0;
    do {
      visit(order);
      visited++;
    } while (nextArrangement(order));
    return { visited, exact: true };
  }
  const random = seededRandom(seed);
  const order = start.slice();
  visit(order);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = order.length - 1; i > 0; i--) {
      const other = Math.floor(random() * (i + 1));
      [order[i], order[other]] = [order[other]!, order[i]!];
    }
    visit(order);
  }
  return { visited: 1 + draws, exact: false };
}

/** The next arrangement in ascending order, in place; false after the last. */
function nextArrangement(order: Int32Array): boolean {
  let i = order.length - 2;
  while (i >= 0 && order[i]! >= order[i + 1]!) i--;
  if (i < 0) return false;
  let j = order.length - 1;
  while (order[j]! <= order[i]!) j--;
  [order[i], order[j]] = [order[j]!, order[i]!];
  order.subarray(i + 1).reverse();
  return true;
}
