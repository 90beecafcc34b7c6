// Runs a reference case about many p-values at once.
import { benjaminiHochberg, holm } from '../../src/domain/outcome/verdict/multiplicity.ts';

export function runCase(caseInput: Record<string, unknown>): unknown {
  const { p, alpha = 0.05 } = caseInput as { p: readonly number[]; alpha?: number };
  const [byHolm, byHochberg] = [holm(p), benjaminiHochberg(p)];
  return { holm: byHolm, bh: byHochberg, holmReject: byHolm.map((one) => one <= alpha), bhReject: byHochberg.map((one) => one <= alpha) };
}
