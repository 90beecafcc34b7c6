// Runs a reference case about one treated unit through the engine's synthetic control and synthetic difference in differences.
import { mean } from '../../src/domain/outcome/numerics/sum.ts';
import { meanRow, type Split } from '../../src/domain/outcome/panel/split.ts';
import { placeboRank, syntheticControl } from '../../src/domain/outcome/panel/synthetic-control.ts';
import { donorNoise, placeboSpread, syntheticDid } from '../../src/domain/outcome/panel/synthetic-did.ts';

interface OneTreated {
  readonly years?: number[];
  readonly periods?: (number | string)[];
  readonly units: string[];
  readonly y: number[][];
  readonly treatedIndex: number;
  readonly T0: number;
}

const SEED = 1;

export function runCase(input: Record<string, unknown>, see: (id: string) => Record<string, unknown>): unknown {
  const seen = (typeof input['see'] === 'string' ? { ...see(input['see']), ...input } : input) as unknown as OneTreated;
  const periods = (seen.years ?? seen.periods ?? seen.y[0]!.map((_, t) => t)).map(String);
  const donors = seen.units.filter((_, i) => i !== seen.treatedIndex);
  const split: Split = {
    treated: [Float64Array.from(seen.y[seen.treatedIndex]!)],
    donors: seen.y.filter((_, i) => i !== seen.treatedIndex).map((row) => Float64Array.from(row)),
    before: seen.T0,
  };
  return { ...control(split, donors, periods), ...difference(split, donors, periods) };
}

function control(split: Split, donors: readonly string[], periods: readonly string[]): Record<string, unknown> {
  const found = syntheticControl(split);
  const { rank, p, floor } = placeboRank(split, SEED);
  const gaps = Array.from(found.gaps);
  return {
    weights: named(donors, found.weights),
    meanPostGap: found.meanGap,
    gaps,
    ...Object.fromEntries(gaps.map((gap, t) => [`gap${periods[t]}`, gap])),
    preRMSPE: found.rmspeBefore,
    postRMSPE: found.rmspeAfter,
    postPreRatio: found.ratio,
    placeboRank: rank,
    placeboP: p,
    placeboFloor: floor,
  };
}

function difference(split: Split, donors: readonly string[], periods: readonly string[]): Record<string, unknown> {
  const noise = donorNoise(split);
  const { effect, omega, lambda } = syntheticDid(split, noise);
  const estimators = {
    sdid: (one: Split) => syntheticDid(one, noise).effect,
    sc: (one: Split) => syntheticControl(one).meanGap,
    did: plainDifference,
  };
  return {
    sdid: effect,
    sc: estimators.sc(split),
    did: estimators.did(split),
    noiseLevel: noise,
    placeboSe: Object.fromEntries(Object.entries(estimators).map(([name, estimate]) => [name, placeboSpread(split, estimate, SEED)?.standardError])),
    omega: named(donors, omega),
    omegaTop: named(donors, omega),
    lambda: named(periods, lambda),
  };
}

/** Treated change minus the donors' mean change, all periods alike. */
function plainDifference({ treated, donors, before }: Split): number {
  const change = (row: Float64Array): number => mean(row.subarray(before)) - mean(row.subarray(0, before));
  return change(meanRow(treated)) - change(meanRow(donors));
}

function named(names: readonly string[], values: Float64Array): Record<string, number> {
  return Object.fromEntries(Array.from(values, (value, i) => [names[i]!, value]));
}
