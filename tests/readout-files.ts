// Made-up metrics, tests and panels for the readout's tests: seeded, so that each is the same on every machine.
import { addDays } from '../src/domain/kernel/instant.ts';
import { seededRandom, type Random } from '../src/domain/kernel/random.ts';

/** Standard normal by Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export interface MetricShape {
  readonly days: number;
  readonly ship: number;
  /** From the ship day on, as a fraction. */
  readonly effect: number;
  readonly start?: string;
  readonly level?: number;
  readonly seed?: number;
}

/** Daily values that wander a little, dip at weekends and move by `effect` at the ship. */
export function dailyValues({ days, ship, effect, start = '2024-01-01', level = 10_000, seed = 7 }: MetricShape): { day: string; value: number }[] {
  const random = seededRandom(seed);
  let drift = 0;
  return Array.from({ length: days }, (_, i) => {
    drift = 0.9 * drift + 0.005 * normal(random);
    const weekend = i % 7 >= 5 ? -0.08 : 0;
    return { day: addDays(start, i), value: Math.round(level * Math.exp(drift + weekend + 0.02 * normal(random) + (i >= ship ? Math.log1p(effect) : 0))) };
  });
}

export function metricCsv(values: readonly { readonly day: string; readonly value: number | string }[], head = 'day,visits'): string {
  return `${[head, ...values.map(({ day, value }) => `${day},${value}`)].join('\n')}\n`;
}

/** One row a unit: arm A or B, a yes or no, a value from before, an amount. */
export function usersCsv({ users, rates, share = 0.5, seed = 5 }: { readonly users: number; readonly rates: readonly [number, number]; readonly share?: number; readonly seed?: number }): string {
  const random = seededRandom(seed);
  const rows = Array.from({ length: users }, (_, i) => {
    const arm = random() < share ? 'A' : 'B';
    const before = 10 + 3 * normal(random);
    const bought = random() < rates[arm === 'A' ? 0 : 1] ? 1 : 0;
    const amount = bought === 0 ? 0 : Math.round(2000 * Math.exp(normal(random))) / 100;
    return `u${i},${arm},${before.toFixed(2)},${bought},${amount},${addDays('2026-01-05', i % 21)}`;
  });
  return `${['user,arm,before,bought,amount,seen', ...rows].join('\n')}\n`;
}

/** One row a user and week: a fifth is held out, the others gain `gain` of the week. `lost`: the share of each arm that is not seen to the end. */
export function weeksCsv({ users = 4_000, weeks = 8, gain, lost = [0.05, 0.05], later = 0, seed = 9 }: { readonly users?: number; readonly weeks?: number; readonly gain: (week: number) => number; readonly lost?: readonly [number, number]; readonly later?: number; readonly seed?: number }): string {
  const random = seededRandom(seed);
  const rows: string[] = ['user,grp,week,orders,since'];
  for (let user = 0; user < users; user++) {
    const isHeld = user % 5 === 0;
    const own = 10 + 2 * normal(random);
    const leaves = random() < lost[isHeld ? 0 : 1] ? 1 + Math.floor(random() * (weeks - 1)) : weeks;
    const since = addDays('2026-01-05', user < later ? 9 : user % 7);
    for (let week = 1; week <= leaves; week++) rows.push(`u${user},${isHeld ? 'holdout' : 'rest'},${week},${(own + normal(random) + (isHeld ? 0 : gain(week))).toFixed(3)},${since}`);
  }
  return `${rows.join('\n')}\n`;
}

/** Markets by weeks: the first `treated` of them get `lift` from week 14 or 18 on. */
export function marketsCsv({ markets = 24, weeks = 26, treated = 6, lift = 12, seed = 3 }: { readonly markets?: number; readonly weeks?: number; readonly treated?: number; readonly lift?: number; readonly seed?: number } = {}): string {
  const random = seededRandom(seed);
  const rows: string[] = ['market,week,sales,from'];
  for (let market = 0; market < markets; market++) {
    const base = 100 + 10 * normal(random);
    const from = market < treated ? (market % 2 === 0 ? 14 : 18) : undefined;
    for (let week = 1; week <= weeks; week++) rows.push(`m${market},${week},${(base + week / 2 + 3 * normal(random) + (from !== undefined && week >= from ? lift : 0)).toFixed(2)},${from ?? ''}`);
  }
  return `${rows.join('\n')}\n`;
}
