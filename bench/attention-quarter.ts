// A simulated quarter: what confirming the longest series first does for the share of minutes under their own kind. Used by bench/attention.ts.
import { seededRandom } from '../src/domain/kernel/random.ts';
import { ranked, type Labelled, type Predict } from './attention-tally.ts';

const WEEKS = 13;
const SERIES = 28;
const ONE_OFFS_A_WEEK = 14;
const QUARTERS = 200;

/** Mean share of minutes under their own kind after confirming so many of the longest series, for each of `confirmed`; 200 quarters, always the same. */
export function quarterCurve(titles: readonly Labelled[], predict: Predict, confirmed: readonly number[]): number[] {
  const random = seededRandom(13);
  const right = new Map(titles.map((row) => [row, ranked(predict(row))[0] === row.kind]));
  const series = titles.filter((row) => row.recurring && row.kind !== 'ooo');
  const oneOffs = titles.filter((row) => !row.recurring && row.kind !== 'ooo');
  const draw = (from: readonly Labelled[], n: number) => Array.from({ length: n }, () => from[Math.floor(random() * from.length)]!);
  const shares = confirmed.map(() => 0);
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const weekly = draw(series, SERIES).sort((a, b) => b.minutes! - a.minutes!);
    const single = draw(oneOffs, ONE_OFFS_A_WEEK * WEEKS);
    const minutes = (rows: readonly Labelled[]) => rows.reduce((sum, row) => sum + row.minutes!, 0);
    const all = minutes(weekly) * WEEKS + minutes(single);
    confirmed.forEach((count, i) => {
      const known = weekly.filter((row, at) => at < count || right.get(row));
      shares[i]! += (minutes(known) * WEEKS + minutes(single.filter((row) => right.get(row)))) / all / QUARTERS;
    });
  }
  return shares;
}
