// Panels for tests: one small enough to count by hand, arbitrary ones, and simulated ones with a known effect.
import fc from 'fast-check';
import { seededRandom } from '../../../kernel/random.ts';
import type { Claim } from '../../estimate.ts';
import { panelOf, type Panel, type PanelInput, type PanelUnit } from '../panel.ts';

/** The worked example of docs/formulas/staggered-rollout.md: everything rises by 1 a period; A gains 3 from period 3, B 4 from period 4. */
export const FOUR_MARKETS: PanelInput = {
  periods: [1, 2, 3, 4],
  units: [
    { name: 'A', treatedFrom: 3, values: [10, 11, 15, 16] },
    { name: 'B', treatedFrom: 4, values: [20, 21, 22, 27] },
    { name: 'C', treatedFrom: null, values: [5, 6, 7, 8] },
    { name: 'D', treatedFrom: null, values: [9, 10, 11, 12] },
  ],
};

export function laidOut(input: PanelInput): Panel {
  const ruling = panelOf(input);
  if (!ruling.ok) throw new Error(ruling.refusal.code);
  return ruling.value;
}

export function claimOf(minEffect: number, changes: Partial<Claim> = {}): Claim {
  return { direction: 'up', scale: 'absolute', minEffect, alpha: 0.05, ...changes };
}

/** Six periods, units treated from period 3, from period 5 or never, at least two of each; whole values. */
export const anyPanel: fc.Arbitrary<PanelInput> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain((sizes) => {
    const starts = sizes.flatMap((size, i) => Array.from({ length: size }, () => [3, 5, null][i] ?? null));
    return fc.tuple(...starts.map(() => fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 6, maxLength: 6 })))
      .map((rows) => ({ periods: [1, 2, 3, 4, 5, 6], units: rows.map((values, i) => ({ name: `unit ${i}`, treatedFrom: starts[i]!, values })) }));
  });

export function withUnits(input: PanelInput, change: (unit: PanelUnit, place: number) => PanelUnit): PanelInput {
  return { ...input, units: input.units.map(change) };
}

export interface Simulated {
  /** First treated period of each unit, from 1; null is never. */
  readonly starts: readonly (number | null)[];
  readonly periods: number;
  readonly effect: number;
  readonly seed: number;
  /** Extra drift per period of units that are ever treated. */
  readonly drift?: number;
  /** Standard deviation of the units' own noise; shocks common to all have about 2. */
  readonly noise?: number;
}

/** Own levels around 100, common shocks, own noise, and the effect from each unit's start on. */
export function simulated({ starts, periods, effect, seed, drift = 0, noise = 1 }: Simulated): PanelInput {
  const random = seededRandom(seed);
  const normal = (): number => Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6);
  const common = Array.from({ length: periods }, (_, t) => 3 * Math.sin(t) + normal());
  const units = starts.map((start, i) => {
    const level = 100 + 5 * normal();
    const values = common.map((shock, t) => level + shock + noise * normal() + (start === null ? 0 : drift * t + (t + 1 >= start ? effect : 0)));
    return { name: `unit ${i}`, treatedFrom: start, values };
  });
  return { periods: common.map((_, t) => t + 1), units };
}
