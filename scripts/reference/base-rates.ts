// Runs a reference case about the share of wins that are false.
import { falsePositiveRisk } from '../../src/domain/outcome/verdict/false-positive-risk.ts';

export function runCase(caseInput: Record<string, unknown>): unknown {
  const { rows } = caseInput as { rows: readonly (readonly [baseRate: number, alpha: number, power: number])[] };
  return { risk: rows.map(([baseRate, alpha, power]) => falsePositiveRisk(baseRate, alpha, power)) };
}
