// Runs a reference case about distribution functions through the engine's numerics.
import { betaQuantile, logBeta, regularisedBeta, regularisedBetaComplement } from '../../src/domain/outcome/numerics/beta.ts';
import { chiSquareSf } from '../../src/domain/outcome/numerics/chi-square.ts';
import { logGamma, regularisedGammaLower, regularisedGammaUpper } from '../../src/domain/outcome/numerics/gamma.ts';
import { normalCdf, normalPdf, normalQuantile, normalSf } from '../../src/domain/outcome/numerics/normal.ts';
import { studentCdf, studentQuantile, studentSf } from '../../src/domain/outcome/numerics/student.ts';

/** Each key of a case names a function; each entry is its argument or list of arguments, in the order of the case. */
const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  tQuantile: (p, df) => studentQuantile(p!, df!),
  tCdf: (t, df) => studentCdf(t!, df!),
  tSf: (t, df) => studentSf(t!, df!),
  betaCdf: (x, a, b) => regularisedBeta(x!, a!, b!),
  betaSf: (x, a, b) => regularisedBetaComplement(x!, a!, b!),
  betaQuantile: (p, a, b) => betaQuantile(p!, a!, b!),
  normalCdf: (z) => normalCdf(z!),
  normalSf: (z) => normalSf(z!),
  normalQuantile: (p) => normalQuantile(p!),
  normalPdf: (z) => normalPdf(z!),
  erfc: (x) => 2 * normalSf(x! * Math.SQRT2),
  chi2Sf: (x, df) => chiSquareSf(x!, df!),
  gammaP: (a, x) => regularisedGammaLower(a!, x!),
  gammaQ: (a, x) => regularisedGammaUpper(a!, x!),
  logBeta: (a, b) => logBeta(a!, b!),
  logGamma: (x) => logGamma(x!),
};

export function runCase(caseInput: Record<string, unknown>): unknown {
  const out: Record<string, number[]> = {};
  for (const [name, calls] of Object.entries(caseInput)) {
    const evaluate = FUNCTIONS[name];
    if (evaluate === undefined || !Array.isArray(calls)) continue;
    out[name] = calls.map((call: number | number[]) => evaluate(...(Array.isArray(call) ? call : [call])));
  }
  return out;
}
