// What a bet is worth in money, what it would be worth to know its effect, and what a test would be worth. Money in one unit
// throughout. Knows no record: it is given the effect to expect.
import type { Distribution } from '../estimate.ts';
import { normalCdf, normalPdf, normalSf } from '../numerics/normal.ts';
import { chanceAtLeast, meanOf } from './distribution.ts';
import { gridOf } from './distribution-grid.ts';
import { standardised } from './standardised.ts';

/** Stop when the reading at the review is below `below`. */
export interface KillRule {
  /** In the effect's unit. */
  readonly below: number;
  /** Share of the whole value that has come by the review, 0 to 1. */
  readonly shareBefore: number;
  /** Standard error of the reading at the review, in the effect's unit; 0 when it shows the true effect. */
  readonly readingError: number;
}

export interface BetValue {
  readonly effect: Distribution;
  /** Money per unit of effect, over the whole time the bet is meant to pay. */
  readonly valuePerUnit: number;
  readonly cost: number;
  readonly kill?: KillRule | undefined;
}

/**
 * Expected value in money: value x mean effect - cost; with a kill rule, what passes counts whole and what is stopped counts by
 * the share that had come: P(pass) E[V | pass] + P(stop) E[V until the review | stop] - cost.
 * Example: 35% of "2 to 20" at 9 per unit and cost 40 is worth -14.55.
 */
export function expectedValue({ effect, valuePerUnit, cost, kill }: BetValue): number {
  const mean = meanOf(effect);
  if (kill === undefined) return valuePerUnit * mean - cost;
  const { passed } = atReview(effect, kill);
  return valuePerUnit * (passed + kill.shareBefore * (mean - passed)) - cost;
}

/** Chance that the bet is stopped at the review, 0 to 1. */
export function chanceOfKill(effect: Distribution, kill: KillRule): number {
  return 1 - atReview(effect, kill).chance;
}

/** P(reading >= below), and the mean effect counted only where that is so. */
function atReview(effect: Distribution, kill: KillRule): { chance: number; passed: number } {
  const { below, readingError } = kill;
  switch (effect.kind) {
    case 'point': return pointAtReview(effect.x, kill);
    case 'normal': {
      const spread = Math.hypot(effect.sd, readingError);
      if (spread === 0) return pointAtReview(effect.mean, kill);
      const z = standardised(effect.mean, below, spread);
      const chance = normalCdf(z);
      return { chance, passed: effect.mean * chance + (effect.sd ** 2 / spread) * normalPdf(z) };
    }
    case 'lognormal': {
      if (readingError === 0) return { chance: chanceAtLeast(effect, below), passed: below > 0 ? meanOf(effect) * chanceAtLeast({ ...effect, mu: effect.mu + effect.sigma ** 2 }, below) : meanOf(effect) };
      return average([...gridOf(effect)].map((x) => [1, pointAtReview(x, kill)]));
    }
    case 'mixture': return average(effect.parts.map(([weight, part]) => [weight, atReview(part, kill)]));
  }
}

function pointAtReview(x: number, { below, readingError }: KillRule): { chance: number; passed: number } {
  const chance = readingError > 0 ? normalCdf(standardised(x, below, readingError)) : Number(x >= below);
  return { chance, passed: x * chance };
}

function average(parts: readonly (readonly [number, { chance: number; passed: number }])[]): { chance: number; passed: number } {
  let [weights, chance, passed] = [0, 0, 0];
  for (const [weight, part] of parts) {
    weights += weight;
    chance += weight * part.chance;
    passed += weight * part.passed;
  }
  return { chance: chance / weights, passed: passed / weights };
}

/** Mean of max(0, V) for a net value V ~ N(mean, sd): the value of a bet that can be left before it costs anything. 20 give or take 100 gives 50.69. */
export function valueWithOption(mean: number, sd: number): number {
  return Math.max(0, mean) + perfectInformation(mean, sd);
}

/**
 * Expected value of perfect information, in money: what knowing V ~ N(mean, sd) before deciding is worth on average.
 * s phi(m/s) + m Phi(m/s) - max(0, m). Source: Raiffa & Schlaifer (1961). Example: 20 give or take 100 gives 30.69.
 */
export function perfectInformation(mean: number, sd: number): number {
  if (sd <= 0) return 0;
  const z = standardised(Math.abs(mean), 0, sd);
  return sd * (normalPdf(z) - z * normalSf(z));
}

/**
 * Expected value of a test whose estimate of V has standard error `error`: perfect information with the spread that the test can
 * take away, s^2 / sqrt(s^2 + error^2). Example: 20 give or take 100, error 50, gives 26.57.
 */
export function sampleInformation(mean: number, sd: number, error: number): number {
  return sd <= 0 ? 0 : perfectInformation(mean, sd ** 2 / Math.hypot(sd, error));
}

export interface PlannedTest {
  /** Users in both halves together. */
  readonly users: number;
  /** Standard deviation of one user's value, in the effect's unit. */
  readonly sdPerUser: number;
  /** Money, with the value lost by waiting. */
  readonly cost: number;
}

/**
 * What a test of so many users, half of them shown the change, is worth for a bet and whether it pays. The net value is taken as
 * normal with the bet's mean and spread. Example: effect 1 give or take 2 points, 10 per unit, cost 5, a test of 400 users with
 * sd 10 (error 1): worth 4.91.
 */
export function testWorth(effect: { readonly mean: number; readonly sd: number }, bet: Pick<BetValue, 'valuePerUnit' | 'cost'>, test: PlannedTest): { readonly worth: number; readonly pays: boolean } {
  const size = Math.abs(bet.valuePerUnit);
  const error = (2 * test.sdPerUser) / Math.sqrt(test.users);
  const worth = sampleInformation(bet.valuePerUnit * effect.mean - bet.cost, size * effect.sd, size * error);
  return { worth, pays: worth > test.cost };
}
