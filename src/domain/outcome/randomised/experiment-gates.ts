// What must hold before a randomised test may say anything: an intact split, nobody lost on one side, enough units, events and days.
// It sees counts and days, never an outcome.
import { granted, type Ruling } from '../../kernel/ruling.ts';
import type { Check } from '../estimate.ts';
import { chiSquareSf } from '../numerics/chi-square.ts';
import { sum } from '../numerics/sum.ts';
import type { ExperimentInput, ReadArm, ReadLook } from './experiment-input.ts';
import { sequentialSplit, SPLIT_ALARM, splitPValue, type SplitProblem } from './sample-ratio.ts';

const LEAST_UNITS = 100;
const LEAST_EVENTS = 10;
const LEAST_DAYS = 7;
/** Days a test should run at least before its declared end is read: two of each weekday. */
export const COMFORTABLE_DAYS = 14;

/**
 * The gates of the latest look, in the order they refuse. A check's value is what was found, its limit what it must not pass: p-values
 * must not be below, counts of units, events and days must not be fewer. `atOnce` says that the split is tested once, by chi-square, and
 * not at every look.
 */
export function gatesOf(input: ExperimentInput, looks: readonly ReadLook[], atOnce: boolean): Ruling<readonly Check[], SplitProblem> {
  const { arms, day } = looks.at(-1)!;
  const checks: Check[] = [
    { id: 'one-arm', ok: arms.length > 1, value: arms.length, limit: 2, refuses: true },
    { id: 'users-affect-each-other', ok: input.usersAffectEachOther !== true, value: Number(input.usersAffectEachOther === true), limit: 0, refuses: true },
    { id: 'exposure-after-outcome', ok: !(Number(input.exposedAfterOutcome ?? 0) > 0), value: input.exposedAfterOutcome ?? 0, limit: 0, refuses: true },
  ];
  if (arms.length > 1) {
    const split = splitP(input, looks, atOnce);
    if (!split.ok) return split;
    checks.push({ id: 'sample-ratio-mismatch', ok: split.value >= SPLIT_ALARM, value: split.value, limit: SPLIT_ALARM, refuses: true });
    const lost = attritionP(arms);
    checks.push({ id: 'attrition-differs', ok: lost >= SPLIT_ALARM, value: lost, limit: SPLIT_ALARM, refuses: true });
  }
  const units = Math.min(...arms.map((arm) => arm.units));
  checks.push({ id: 'too-few-units', ok: units >= LEAST_UNITS, value: units, limit: LEAST_UNITS, refuses: true });
  const counted = arms.flatMap(({ events }) => events ?? []);
  if (counted.length > 0) checks.push({ id: 'too-few-events-per-arm', ok: Math.min(...counted) >= LEAST_EVENTS, value: Math.min(...counted), limit: LEAST_EVENTS, refuses: true });
  if (day !== null) checks.push({ id: 'too-few-days', ok: day >= LEAST_DAYS, value: day, limit: LEAST_DAYS, refuses: true });
  return granted(checks);
}

function splitP(input: ExperimentInput, looks: readonly ReadLook[], atOnce: boolean): Ruling<number, SplitProblem> {
  const { arms } = looks.at(-1)!;
  const weights = arms.map(({ name }) => (input.split === undefined ? 1 : (input.split[name] ?? 0)));
  const counts = looks.map((look) => look.arms.map(({ assigned }) => assigned));
  if (sum(counts.at(-1)!) === 0) return granted(1);
  if (atOnce) return splitPValue(counts.at(-1)!, weights);
  const steps = sequentialSplit(counts, weights);
  return steps.ok ? granted(steps.value.at(-1)!.p) : steps;
}

/** p of a loss that is the same in every arm: chi-square of units with and without an outcome; 1 when none or all are lost. */
function attritionP(arms: readonly ReadArm[]): number {
  const [assigned, kept] = [sum(arms.map((arm) => arm.assigned)), sum(arms.map((arm) => arm.units))];
  if (kept === assigned || kept === 0) return 1;
  const share = kept / assigned;
  const distance = sum(arms.filter((arm) => arm.assigned > 0).map((arm) => (arm.units - arm.assigned * share) ** 2 / (arm.assigned * share * (1 - share))));
  return chiSquareSf(distance, arms.length - 1);
}

/** Looks that count: the latest, and earlier ones that came after enough units, events and days. */
export function countedLooks(looks: readonly ReadLook[]): ReadLook[] {
  const enough = ({ day, arms }: ReadLook): boolean => (day === null || day >= LEAST_DAYS) && arms.every(({ units, events }) => units >= LEAST_UNITS && (events ?? LEAST_EVENTS) >= LEAST_EVENTS);
  return looks.filter((look, at) => at === looks.length - 1 || enough(look));
}
