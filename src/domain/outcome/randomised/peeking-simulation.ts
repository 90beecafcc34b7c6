// What looking every day costs and gives, by playing many tests whose truth is known. Seeded: the same seed gives the same shares.
import { seededRandom, type Random } from '../../kernel/random.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { alwaysValidQ, mixtureRho } from './always-valid.ts';
import { levelsOf } from './peeking.ts';

/** Tests to play: looks at equal distances, units per arm that each look adds, a unit's variance, the true effect. */
export interface SimulatedTests {
  readonly looks: number;
  readonly unitsPerArmPerLook: number;
  readonly variance: number;
  readonly effect: number;
  readonly alpha: number;
  /** Total units planned; the declared end. */
  readonly planned: number;
  readonly tests: number;
  readonly seed: number;
}

/** Share of tests, 0 to 1, in which each way of reading called an effect by the last look. */
export interface Called {
  /** A fixed interval read once, at the end. */
  readonly fixed: number;
  /** A fixed interval read at every look. */
  readonly naive: number;
  /** The always-valid interval at the full level. */
  readonly alwaysValid: number;
  /** Always-valid on the way and a fixed interval at the declared end, as `peeking.ts` shares the level. */
  readonly hybrid: number;
}

/** Plays the tests. Means are normal with a known variance, as they are with hundreds of units per look. 30 looks, no effect: naive 0.28, hybrid 0.04. */
export function simulatePeeking(plan: SimulatedTests): Called {
  const random = seededRandom(plan.seed);
  const levels = levelsOf(plan.alpha, { kind: 'units', units: plan.planned });
  const fixedQ = quantile(plan.alpha);
  const endQ = quantile(levels.atEnd ?? plan.alpha);
  const everyLook = lookCriticals(plan, plan.alpha);
  const keptForLooks = lookCriticals(plan, levels.everyLook);
  const calls = { fixed: 0, naive: 0, alwaysValid: 0, hybrid: 0 };
  for (let test = 0; test < plan.tests; test++) {
    const path = pathOf(plan, random);
    const last = Math.abs(path[plan.looks - 1]!);
    const beyond = (limits: (look: number) => number): boolean => path.some((z, look) => Math.abs(z) > limits(look));
    if (last > fixedQ) calls.fixed++;
    if (beyond(() => fixedQ)) calls.naive++;
    if (beyond((look) => everyLook[look]!)) calls.alwaysValid++;
    if (last > endQ || beyond((look) => keptForLooks[look]!)) calls.hybrid++;
  }
  const share = (count: number): number => count / plan.tests;
  return { fixed: share(calls.fixed), naive: share(calls.naive), alwaysValid: share(calls.alwaysValid), hybrid: share(calls.hybrid) };
}

function quantile(alpha: number): number {
  return -normalQuantile(alpha / 2);
}

function lookCriticals({ looks, unitsPerArmPerLook, planned }: SimulatedTests, alpha: number): Float64Array {
  const rho = mixtureRho(alpha, planned);
  return Float64Array.from({ length: looks }, (_, look) => alwaysValidQ(2 * unitsPerArmPerLook * (look + 1), rho, alpha));
}

/** Standardised difference at each look of one test. */
function pathOf({ looks, unitsPerArmPerLook, variance, effect }: SimulatedTests, random: Random): Float64Array {
  const path = new Float64Array(looks);
  const step = Math.sqrt(2 * unitsPerArmPerLook * variance);
  let sum = 0;
  for (let look = 0; look < looks; look++) {
    sum += effect * unitsPerArmPerLook + step * normalDraw(random);
    path[look] = sum / (step * Math.sqrt(look + 1));
  }
  return path;
}

/** A standard normal number by Box & Muller's cosine (1958); the uniform is kept off 0. */
function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
