// Coverage of the 95% interval for the mean effect over a window where nothing happened: on simulated metrics and on real ones.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../src/domain/kernel/random.ts';
import type { Claim } from '../src/domain/outcome/estimate.ts';
import type { SeriesInput } from '../src/domain/outcome/series/input.ts';
import { readManySeries, type SeriesReading } from '../src/domain/outcome/series/read-series.ts';
import { PROCESSES, simulate } from './outcomes-processes.ts';
import { fit } from '../scripts/reference/structural-fit.ts';

const CELLS = [[180, 30], [365, 30], [365, 90], [640, 30], [640, 90], [730, 90]] as const;
const CLAIM: Claim = { direction: 'up', scale: 'relative', minEffect: 0.03, alpha: 0.05 };
const GOAL = 0.92;
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

interface Tally {
  readonly read: number;
  readonly covered: number;
  readonly halfWidth: number;
  readonly refused: number;
}

function tally(readings: readonly SeriesReading[]): Tally {
  const spoke = readings.flatMap(({ model, estimate }) => (model && estimate ? [estimate.relative!] : []));
  const widths = spoke.map(({ low, high }) => (Math.log1p(high!) - Math.log1p(low!)) / 2).sort((a, b) => a - b);
  return {
    read: spoke.length, covered: spoke.filter(({ low, high }) => low! <= 0 && high! >= 0).length,
    halfWidth: widths[Math.floor(widths.length / 2)] ?? Number.NaN, refused: readings.length - spoke.length,
  };
}

function shown({ read, covered, halfWidth, refused }: Tally): string {
  const share = covered / read;
  return `${(read > 0 ? percent(share) : 'none').padStart(6)}${read > 0 && share < GOAL ? '*' : ' '} +-${percent(halfWidth).padStart(5)} ref ${percent(refused / (read + refused)).padStart(5)}`;
}

/** One row per cell of history and window, one column per process; cells under the goal carry an asterisk. */
export function simulatedCoverage(runs: number, only: readonly string[], cells: readonly string[]): void {
  const names = Object.keys(PROCESSES).filter((name) => only.length === 0 || only.includes(name));
  console.log(`Coverage of the 95% interval where nothing happened, ${runs} runs per cell (goal ${percent(GOAL)} or more; * below), median half-width, share refused`);
  for (const name of names) console.log(`  ${name}: ${PROCESSES[name]!.says}`);
  console.log(`${'history, window'.padEnd(18)}${names.map((name) => name.padEnd(27)).join('')}`);
  let worst = 1;
  for (const [history, window] of CELLS.filter((cell) => cells.length === 0 || cells.includes(cell.join('/')))) {
    const tallies = names.map((name, column) => {
      const readings: SeriesReading[] = [];
      for (let run = 0; run < runs; run += 50) {
        readings.push(...readManySeries(Array.from({ length: Math.min(50, runs - run) }, (_, i) => {
          const values = simulate(name, history + window, seededRandom(100_000 * (column + 1) + 1_000 * history + 10 * window + 7_919 * (run + i)));
          return { input: { grain: 'day', kind: 'amount', values, ship: history, window: { from: 1, to: window } } satisfies SeriesInput, claim: CLAIM };
        })));
      }
      return tally(readings);
    });
    for (const { read, covered } of tallies) if (read > 0) worst = Math.min(worst, covered / read);
    console.log(`${`${history} d, ${window} d`.padEnd(18)}${tallies.map((one) => shown(one).padEnd(27)).join('')}`);
  }
  console.log(`Worst cell: ${percent(worst)} (goal ${percent(GOAL)} or more)\n`);
}

/** Daily values by day from a `ds,y` file, gaps as null. */
function daily(file: string): (number | null)[] {
  const rows = readFileSync(file, 'utf8').split(/\r\n|\r|\n/).slice(1).map((line) => line.replaceAll('"', '').split(',')).filter((row) => row.length >= 2);
  const days = new Map(rows.map(([day, value]) => [Date.parse(day!.slice(0, 10)) / 86_400_000, Number(value)]));
  const first = Math.min(...days.keys());
  const values: (number | null)[] = Array.from({ length: Math.max(...days.keys()) - first + 1 }, () => null);
  for (const [day, value] of days) if (Number.isFinite(value)) values[day - first] = value;
  return values;
}

/** The half-width of a plug-in interval: local level and weekly season by maximum likelihood. */
function plugInHalfWidth(values: readonly (number | null)[], window: number): number {
  const history = values.length - window;
  const series = { values: Float64Array.from(values, (value) => value ?? 0), observed: Uint8Array.from(values.slice(0, history), (value) => (value === null ? 0 : 1)), regressors: [] };
  const fitted = fit(series, { slope: false, period: 7, free: ['level', 'season'] }, [{ origin: history, lead: 0, length: window }]);
  return 1.96 * Math.sqrt(fitted.variances[0]!);
}

const REAL = [['example_wp_log_R.csv', 'page views of R, log'], ['example_wp_log_peyton_manning.csv', 'page views of Peyton Manning, log']] as const;

/** A ship that never was, every 21 days of each real series. */
export function realCoverage(root: string): void {
  const folder = join(root, '../shared/data/metrics/prophet-examples/examples');
  if (!existsSync(folder)) {
    console.log('Real series: skipped, ../shared/data is not there.\n');
    return;
  }
  console.log('Real daily series, a window every 21 days where no ship is known: coverage, median half-width on the log scale, share refused');
  for (const [file, says] of REAL) {
    const values = daily(join(folder, file));
    for (const [history, window] of [[365, 30], [365, 90], [730, 30], [730, 90]] as const) {
      const starts = Array.from({ length: Math.floor((values.length - history - window) / 21) + 1 }, (_, i) => 21 * i);
      const cuts = starts.map((start) => values.slice(start, start + history + window));
      const readings = readManySeries(cuts.map((cut) => ({ input: { grain: 'day', kind: 'amount', scale: 'identity', values: cut, ship: history, window: { from: 1, to: window } }, claim: { ...CLAIM, scale: 'absolute' } })));
      const spoke = readings.flatMap(({ estimate }) => (estimate?.absolute ? [estimate.absolute] : []));
      const widths = spoke.map(({ low, high }) => (high! - low!) / 2).sort((a, b) => a - b);
      const peers = cuts.filter((_, i) => i % 6 === 0).map((cut) => plugInHalfWidth(cut, window)).sort((a, b) => a - b);
      const [own, peer] = [widths[Math.floor(widths.length / 2)]!, peers[Math.floor(peers.length / 2)]!];
      console.log(
        `  ${says.padEnd(34)} ${`${history} d, ${window} d`.padEnd(13)} ${percent(spoke.filter(({ low, high }) => low! <= 0 && high! >= 0).length / spoke.length).padStart(6)} of ${String(spoke.length).padStart(3)}` +
          `  +-${own.toFixed(3)} (plug-in maximum likelihood +-${peer.toFixed(3)}, ratio ${(own / peer).toFixed(2)})  refused ${percent(1 - spoke.length / readings.length)}`,
      );
    }
  }
  console.log('');
}
