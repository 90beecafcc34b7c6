// Processor time of one before/after reading with every placebo, of a thousand metrics on one calendar, and of a peer without placebos.
import { spawnSync } from 'node:child_process';
import { seededRandom } from '../src/domain/kernel/random.ts';
import type { Claim } from '../src/domain/outcome/estimate.ts';
import type { SeriesInput } from '../src/domain/outcome/series/input.ts';
import { readManySeries, readSeries } from '../src/domain/outcome/series/read-series.ts';
import { PROCESSES, simulate } from './outcomes-processes.ts';

const HISTORY = 730;
const WINDOW = 90;
const CLAIM: Claim = { direction: 'up', scale: 'relative', minEffect: 0.03, alpha: 0.05 };

function metric(i: number): SeriesInput {
  const names = Object.keys(PROCESSES);
  return { grain: 'day', kind: 'amount', values: simulate(names[i % names.length]!, HISTORY + WINDOW, seededRandom(31_337 + i)), ship: HISTORY, window: { from: 1, to: WINDOW } };
}

/** User and system milliseconds of this process, garbage collection and compilation in other threads included. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const quantile = (sorted: readonly number[], p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;

export function oneMetric(rounds: number): void {
  const inputs = Array.from({ length: rounds + 5 }, (_, i) => metric(i));
  let origins = 0;
  const times = inputs.map((input) => processorTime(() => { origins = readSeries(input, CLAIM).placebo!.origins; })).slice(5).sort((a, b) => a - b);
  console.log(`One metric, ${HISTORY} d + ${WINDOW} d, ${origins} placebos, picture included: processor time median ${quantile(times, 0.5).toFixed(1)} ms (goal 60 or less), p95 ${quantile(times, 0.95).toFixed(1)} ms (goal 150 or less), ${rounds} runs`);
}

export function manyMetrics(count: number): void {
  const all = Array.from({ length: count }, (_, i) => ({ input: metric(i), claim: CLAIM }));
  let spoke = 0;
  const wall = performance.now();
  const time = processorTime(() => { spoke = readManySeries(all).filter(({ estimate }) => estimate !== undefined).length; });
  console.log(`${count.toLocaleString('en')} metrics of one calendar, one thread: processor time ${(time / 1000).toFixed(1)} s, by the clock ${((performance.now() - wall) / 1000).toFixed(1)} s (goal 20 or less); ${spoke} were not refused`);
}

/** Local level and weekly season of 730 points by maximum likelihood and a forecast of 90, as a PM's data scientist would write it. */
const PEER = `
import sys, time, statistics, warnings
warnings.simplefilter("ignore")
import numpy as np, statsmodels
from statsmodels.tsa.statespace.structural import UnobservedComponents
data = np.loadtxt(sys.stdin, delimiter=",")
times = []
for row in data:
    start = time.process_time()
    fitted = UnobservedComponents(row, "local level", seasonal=7).fit(disp=0)
    fitted.get_forecast(90).summary_frame()
    times.append(1000 * (time.process_time() - start))
print(statsmodels.__version__, statistics.median(times[1:]))
`;

export function peer(): void {
  const rows = Array.from({ length: 8 }, (_, i) => metric(i).values.slice(0, HISTORY).map((value) => Math.log(value!)).join(',')).join('\n');
  for (const python of ['python3', '/usr/bin/python3']) {
    const ran = spawnSync(python, ['-c', PEER], { input: rows, encoding: 'utf8', env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' } });
    if (ran.status !== 0) continue;
    const [version, median] = ran.stdout.trim().split(' ');
    console.log(`Peer: statsmodels ${version}, local level + weekly season, fit and forecast without any placebo: processor time median ${Number(median).toFixed(1)} ms`);
    return;
  }
  console.log('Peer: statsmodels is not installed (Debian: apt-get install python3-statsmodels)');
}
