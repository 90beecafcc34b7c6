// Reference cases about money: the expected value of a stated bet, and what perfect or sampled knowledge of it is worth.
import { chanceAtLeast, meanOf, quantileOf, sdOf, withChance } from '../../src/domain/outcome/next-bet/distribution.ts';
import { distributionBetween } from '../../src/domain/outcome/next-bet/stated-effect.ts';
import { expectedValue, perfectInformation, sampleInformation, valueWithOption } from '../../src/domain/outcome/next-bet/value.ts';

interface StatedBet {
  readonly low: number;
  readonly high: number;
  readonly level?: number;
  readonly p?: number;
  readonly valuePerUnit?: number;
  readonly cost?: number;
  readonly threshold?: number;
}

type Row = readonly [mean: number, sd: number, testError: number];

export function runCase(input: unknown): unknown {
  const fields = input as Readonly<Record<string, unknown>>;
  if ('low' in fields) return statedBet(input as StatedBet);
  const rows = Object.entries(fields).find(([name]) => name.startsWith('rows'))?.[1];
  if (!Array.isArray(rows)) throw new Error('the input has neither a stated range nor rows of mean, spread and test error');
  return information(rows as Row[]);
}

function statedBet({ low, high, level = 0.9, p = 1, valuePerUnit = 1, cost = 0, threshold = 0 }: StatedBet): unknown {
  const effect = distributionBetween(low, high, level);
  const { mu, sigma } = effect.kind === 'lognormal' ? effect : { mu: meanOf(effect), sigma: sdOf(effect) };
  return {
    mu, sigma, mean: meanOf(effect), sd: sdOf(effect), median: quantileOf(effect, 0.5),
    pAbove: chanceAtLeast(effect, threshold),
    ev: expectedValue({ effect: withChance(p, effect), valuePerUnit, cost }),
  };
}

function information(rows: readonly Row[]): unknown {
  return {
    evpi: rows.map(([mean, sd]) => perfectInformation(mean, sd)),
    evsi: rows.map(([mean, sd, error]) => sampleInformation(mean, sd, error)),
    withOption: rows.map(([mean, sd]) => valueWithOption(mean, sd)),
  };
}
