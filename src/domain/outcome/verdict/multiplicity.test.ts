import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg, holm } from './multiplicity.ts';

const P = [0.0008, 0.0095, 0.014, 0.021, 0.043, 0.049, 0.21, 0.34, 0.62, 0.9];

test('ten p-values are adjusted as statsmodels adjusts them', () => {
  [0.008, 0.0855, 0.112, 0.147, 0.258, 0.258, 0.84, 1, 1, 1].forEach((value, i) => expect(holm(P)[i]).toBeCloseTo(value, 12));
  [0.008, 0.14 / 3, 0.14 / 3, 0.0525, 0.49 / 6, 0.49 / 6, 0.3, 0.425, 0.62 / 0.9, 0.9].forEach((value, i) => expect(benjaminiHochberg(P)[i]).toBeCloseTo(value, 12));
});

test('the three p-values of docs/formulas/guardrail.md are adjusted as it says', () => {
  expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  expect(benjaminiHochberg([0.01, 0.04, 0.03])).toEqual([0.03, 0.04, 0.04]);
});

test('equal p-values get equal adjusted ones, and nothing gives nothing', () => {
  expect(holm([0.02, 0.02, 0.5])).toEqual([0.06, 0.06, 0.5]);
  expect(benjaminiHochberg([0.02, 0.5, 0.02])).toEqual([0.03, 0.5, 0.03]);
  expect(holm([])).toEqual([]);
  expect(benjaminiHochberg([])).toEqual([]);
});

test('adjusted values are never below the raw, Holm never below Benjamini-Hochberg, and the order of the input does not matter', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }), (p) => {
    const [strict, mild] = [holm(p), benjaminiHochberg(p)];
    p.forEach((raw, i) => {
      expect(mild[i]!).toBeGreaterThanOrEqual(raw * (1 - 1e-12));
      expect(strict[i]!).toBeGreaterThanOrEqual(mild[i]! * (1 - 1e-12));
      expect(strict[i]!).toBeLessThanOrEqual(1);
    });
    expect(holm(p.toReversed())).toEqual(strict.toReversed());
    expect(benjaminiHochberg(p.toReversed())).toEqual(mild.toReversed());
  }));
});
