import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atAPrice, judgeGuardrail, judgeGuardrails } from './guardrail.ts';

/** Retention of 1,400 of 20,000 against 1,385 of 20,100. */
const retention = { effect: -0.0010945273631840918, standardError: 0.0025390777547472597, df: 40000, margin: 0.004 };

test('the worked example of docs/formulas/guardrail.md holds', () => {
  const judged = judgeGuardrail(retention);
  expect(judged.status).toBe('cannot-rule-out-harm');
  expect(judged.lowerBound).toBeCloseTo(-0.00527, 5);
  expect(judged.pNonInferior).toBeCloseTo(0.1263, 4);
  expect(judged.upperBound).toBeCloseTo(0.0031, 4);
});

test('a lower bound above the margin passes, an upper bound below it is a breach', () => {
  expect(judgeGuardrail({ ...retention, margin: 0.006 }).status).toBe('pass');
  expect(judgeGuardrail({ ...retention, effect: -0.012 }).status).toBe('breach');
});

test('pass and breach say the same as their p-values, and a wider margin never turns a pass into harm', () => {
  const positive = fc.double({ min: 0.01, max: 10, noNaN: true });
  fc.assert(fc.property(fc.double({ min: -20, max: 20, noNaN: true }), positive, positive, positive, (effect, standardError, margin, more) => {
    const judged = judgeGuardrail({ effect, standardError, df: 12, margin });
    fc.pre(Math.abs(judged.pNonInferior - 0.05) > 1e-6 && Math.abs(judged.pBreach - 0.05) > 1e-6);
    expect(judged.status).toBe(judged.pNonInferior < 0.05 ? 'pass' : judged.pBreach < 0.05 ? 'breach' : 'cannot-rule-out-harm');
    if (judged.status === 'pass') expect(judgeGuardrail({ effect, standardError, df: 12, margin: margin + more }).status).toBe('pass');
  }));
});

test('a single alarm among several guardrails must survive Holm; passes are not corrected', () => {
  const alarm = { effect: -0.9, standardError: 0.2, df: null, margin: 0.55 };
  const fine = { effect: 0, standardError: 0.2, df: null, margin: 0.55 };
  expect(judgeGuardrails([alarm]).map((one) => one.status)).toEqual(['breach']);
  expect(judgeGuardrails([fine, alarm, fine]).map((one) => one.status)).toEqual(['pass', 'cannot-rule-out-harm', 'pass']);
  expect(judgeGuardrails([fine, { ...alarm, effect: -1.2 }, fine]).map((one) => one.status)).toEqual(['pass', 'breach', 'pass']);
});

test('a win with a breach is a win at a price', () => {
  const breach = judgeGuardrail({ ...retention, effect: -0.012 });
  expect(atAPrice({ status: 'won' }, [breach])).toBe(true);
  expect(atAPrice({ status: 'inconclusive' }, [breach])).toBe(false);
  expect(atAPrice({ status: 'won' }, [judgeGuardrail(retention)])).toBe(false);
});
