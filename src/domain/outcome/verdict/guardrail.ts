// Guardrails: did something that must not get worse get worse by more than the sealed margin? Effects are in the good direction.
import { studentCdf, studentQuantile, studentSf } from '../numerics/student.ts';
import { holm } from './multiplicity.ts';
import type { Judged } from './rule.ts';

/** A guardrail's difference in the good direction (a fall of a metric that should be high is negative), with its margin, above 0. */
export interface GuardrailReading {
  readonly effect: number;
  readonly standardError: number;
  /** Null means normal. */
  readonly df: number | null;
  readonly margin: number;
}

export type GuardrailStatus = 'pass' | 'breach' | 'cannot-rule-out-harm';

export interface GuardrailJudged {
  readonly status: GuardrailStatus;
  /** One-sided bounds, each at 1 - alpha. */
  readonly lowerBound: number;
  readonly upperBound: number;
  /** Chance of a reading this good if the true loss were the whole margin: small means harm is ruled out. */
  readonly pNonInferior: number;
  /** Chance of a reading this bad if the true loss were the whole margin: small means a breach. */
  readonly pBreach: number;
}

/**
 * Non-inferiority with one-sided bounds at 1 - alpha. Pass: lower bound above -margin. Breach: upper bound below -margin.
 * Example: -0.00109 +- 0.00254, margin 0.004: lower bound -0.00527, p = 0.126, cannot rule out harm.
 */
export function judgeGuardrail({ effect, standardError, df, margin }: GuardrailReading, alpha = 0.05): GuardrailJudged {
  const reach = -studentQuantile(alpha, df) * standardError;
  const t = (effect + margin) / standardError;
  const bounds = { lowerBound: effect - reach, upperBound: effect + reach };
  const status = bounds.lowerBound > -margin ? 'pass' : bounds.upperBound < -margin ? 'breach' : 'cannot-rule-out-harm';
  return { status, ...bounds, pNonInferior: studentSf(t, df), pBreach: studentCdf(t, df) };
}

/**
 * All guardrails of a bet at once. "All pass" needs no correction (every one must pass); a single alarm among k is Holm-adjusted,
 * and a breach that does not survive it becomes "cannot rule out harm". Order is kept.
 */
export function judgeGuardrails(readings: readonly GuardrailReading[], alpha = 0.05): readonly GuardrailJudged[] {
  const alone = readings.map((reading) => judgeGuardrail(reading, alpha));
  const adjusted = holm(alone.map((one) => one.pBreach));
  return alone.map((one, i) => (one.status === 'breach' && adjusted[i]! >= alpha ? { ...one, status: 'cannot-rule-out-harm' } : one));
}

/** A win with a breached guardrail is "won, at a price": it stays won in words and does not count as won in scoring. */
export function atAPrice(verdict: Judged, guardrails: readonly GuardrailJudged[]): boolean {
  return verdict.status === 'won' && guardrails.some((one) => one.status === 'breach');
}
