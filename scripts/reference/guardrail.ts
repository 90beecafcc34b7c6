// Runs a reference case about a guardrail: two arms, a margin in the metric's unit or relative to control, one-sided.
import { differenceOf } from '../../src/domain/outcome/randomised/difference.ts';
import { judgeGuardrail } from '../../src/domain/outcome/verdict/guardrail.ts';
import { alphaIn, must, numberIn, pairIn } from './arm-input.ts';

export function runCase(caseInput: Record<string, unknown>): unknown {
  const pair = pairIn(caseInput);
  const { effect, standardError, df } = must(differenceOf(pair));
  const relative = caseInput['marginRel'] ?? caseInput['marginRelative'];
  const margin = typeof relative === 'number' ? relative * Math.abs(pair.control.base) : numberIn(caseInput, 'marginAbs', 'margin');
  const diffGood = caseInput['higherIsBetter'] === false || caseInput['lowerIsBetter'] === true ? -effect : effect;
  const { pNonInferior, pBreach, lowerBound, upperBound, status } = judgeGuardrail({ effect: diffGood, standardError, df, margin }, alphaIn(caseInput));
  return { diffGood, se: standardError, pNonInferior, pBreach, lowerBound, upperBound, status };
}
