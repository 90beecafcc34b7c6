// Holds the survival estimate against simulated trackers whose truth is known. Prints every figure beside its promise.
// Run: npx tsx bench/survival.ts
import { seededRandom } from '../src/domain/kernel/random.ts';
import { AGED_OUT_BELOW } from '../src/domain/backlog/dinosaur.ts';
import { fitSurvival, type SurvivalRow } from '../src/domain/backlog/survival.ts';
import { simulateTracker } from '../src/domain/backlog/survival-simulation.ts';
import { LANDMARKS } from '../src/domain/backlog/survival-tally.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
const at = (rows: readonly SurvivalRow[], days: number): SurvivalRow => rows.find((row) => row.pool === 'all' && row.untouchedDays === days)!;
const line = (row: SurvivalRow): string =>
  `${String(row.untouchedDays).padStart(4)} d  at risk ${String(row.atRisk).padStart(6)}  done within a year ${percent(row.doneWithin365)} (${percent(row.low)} to ${percent(row.high)})` +
  (row.silent ? `  silent: ${row.silent}` : row.high < AGED_OUT_BELOW ? '  flags' : '');

const truth = fitSurvival(simulateTracker(100_000, 5, seededRandom(1), 3_000).tallies);
console.log('Truth: 100,000 items, every one watched to its end');
for (const days of LANDMARKS) console.log(line(at(truth, days)));

for (const items of [12_000, 1_500, 150]) {
  const tracker = simulateTracker(items, 5, seededRandom(2));
  console.log(`\nOne tracker of ${items.toLocaleString('en')} items over 5 years; closed-only share at 180 d ${percent(tracker.closedOnlyAt180)}, truth ${percent(at(truth, 180).doneWithin365)}`);
  for (const row of fitSurvival(tracker.tallies).filter((one) => one.pool === 'all')) console.log(line(row));
}

console.log('\nCoverage of the 5-95% interval (promise 90%) and false flags (chance truly 10% or more, yet flagged)');
const ROUNDS = 100;
for (const items of [400, 1_500, 5_000]) {
  const fits = Array.from({ length: ROUNDS }, (_, round) => fitSurvival(simulateTracker(items, 5, seededRandom(1000 + round)).tallies));
  for (const days of [90, 180, 365, 540]) {
    const share = at(truth, days).doneWithin365;
    const speaking = fits.map((fit) => at(fit, days)).filter((row) => row.silent === undefined);
    const covered = speaking.filter((row) => row.low <= share && share <= row.high).length;
    const flagged = speaking.filter((row) => row.high < AGED_OUT_BELOW).length;
    console.log(
      `${String(items).padStart(6)} items, ${String(days).padStart(3)} d: spoke ${speaking.length} of ${ROUNDS}, covered ` +
        `${speaking.length === 0 ? 'none' : percent(covered / speaking.length)}, flagged ${share >= AGED_OUT_BELOW ? 'wrongly' : 'rightly'} ${flagged}`,
    );
  }
}

const large = simulateTracker(100_000, 5, seededRandom(3)).tallies;
const started = performance.now();
fitSurvival(large);
console.log(`\nFit of 24 rows with 400 resamples each on 100,000 items: ${(performance.now() - started).toFixed(0)} ms`);
