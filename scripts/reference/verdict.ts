// Runs a reference case about verdicts or about what a metric can answer before a bet is placed.
import type { Direction } from '../../src/domain/outcome/estimate.ts';
import { answerability } from '../../src/domain/outcome/verdict/answerability.ts';
import { judgeReading } from '../../src/domain/outcome/verdict/rule.ts';

type Row = readonly [number, number, number | null, number];

interface VerdictCase {
  readonly 'rows_[effect,scale,df,min]'?: readonly Row[];
  readonly 'rows_[scale,df,min]'?: readonly (readonly [number, number | null, number])[];
  readonly alpha?: number;
  readonly power?: number;
  readonly direction?: string;
  readonly higherIsBetter?: boolean;
  readonly lowerIsBetter?: boolean;
}

export function runCase(caseInput: Record<string, unknown>): unknown {
  const given = caseInput as VerdictCase;
  const alpha = given.alpha ?? 0.05;
  const direction: Direction = given.direction === 'down' || given.higherIsBetter === false || given.lowerIsBetter === true ? 'down' : 'up';
  const before = given['rows_[scale,df,min]'];
  if (before !== undefined) {
    return {
      rows: before.map(([scaleSd, df, minEffect]) => {
        const { detectable, chanceToSeeIt, answer } = answerability({ scaleSd, df, logScale: true }, { minEffect, direction }, { alpha, power: given.power ?? 0.8 });
        return { mde80: detectable, chanceToSeeIt, answer };
      }),
    };
  }
  return { rows: (given['rows_[effect,scale,df,min]'] ?? []).map((row) => judged(row, alpha, direction)) };
}

function judged([effect, scaleSd, df, minEffect]: Row, alpha: number, direction: Direction): unknown {
  const verdict = judgeReading({ effect, scaleSd, df }, { direction, minEffect, alpha });
  return { lo: verdict.effect?.low, hi: verdict.effect?.high, pAtLeastMin: verdict.pAtLeastMin, verdict: verdict.status, sub: verdict.sub };
}
