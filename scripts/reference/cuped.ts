// Answers reference cases of tests with a pre-period: effects with it taken out, beside those without.
import { deltaRelative, differenceOf, tInterval, tPValue, type Difference } from '../../src/domain/outcome/randomised/difference.ts';
import type { Pair } from '../../src/domain/outcome/randomised/pair.ts';
import { alphaIn, alternativeIn, bounds, must, pairIn, type Fields } from './arm-input.ts';

export function runCase(input: Fields): unknown {
  const pair = pairIn(input);
  const plain = withoutPre(pair);
  const figures = (difference: Difference): Fields => {
    const { effect, standardError, df } = difference;
    const alternative = alternativeIn(input);
    return { effect, se: standardError, df, ci: bounds(tInterval(difference, alphaIn(input), alternative)), pValue: tPValue(difference, alternative) };
  };
  const adjusted = must(differenceOf(pair));
  const relativeDelta = must(deltaRelative(pair));
  return {
    theta: pair.theta,
    ...figures(input['scale'] === 'relative-delta' ? relativeDelta : adjusted),
    adjusted: figures(adjusted),
    unadjusted: figures(must(differenceOf(plain))),
    relativeDelta: figures(relativeDelta),
    unadjustedRelativeDelta: figures(must(deltaRelative(plain))),
    varianceRatio: (adjusted.standardError / must(differenceOf(plain)).standardError) ** 2,
  };
}

/** The same arms as if no pre-period were known. */
function withoutPre(pair: Pair): Pair {
  const plain = (arm: Pair['control']): Pair['control'] => ({ ...arm, value: arm.base, variance: arm.baseVariance, covariance: arm.baseVariance });
  return { ...pair, kind: pair.kind === 'ratio-cuped' ? 'ratio' : 'mean', control: plain(pair.control), treatment: plain(pair.treatment), theta: 0, adjusted: false };
}
