import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance, decimalsFor, fitText, said, saidRange, textWidth, tickWords, type Measure } from './measure.ts';

const PERCENT: Measure = { as: 'share', unit: '%' };
const POINTS: Measure = { as: 'share', unit: ' points' };
const MS: Measure = { as: 'number', unit: ' ms' };

describe('a number of a measure', () => {
  it('is said with the decimals its size deserves', () => {
    expect([152, 45.8, 4.52, 0.456, 0.0456].map((value) => said(value, MS))).toEqual(['152 ms', '45.8 ms', '4.5 ms', '0.46 ms', '0.046 ms']);
  });

  it('is a share times a hundred, with a plus only where it is a difference', () => {
    expect(said(0.0451, PERCENT)).toBe('4.5%');
    expect(said(0.0451, PERCENT, { signed: true })).toBe('+4.5%');
    expect(said(-0.0451, PERCENT, { signed: true })).toBe('−4.5%');
    expect(said(0, PERCENT, { signed: true })).toBe('0%');
  });

  it('has no sign when it rounds to nothing', () => {
    expect(said(-0.00000000001, { ...PERCENT, decimals: 1 }, { signed: true })).toBe('0%');
  });

  it('loses the s of a whole word after a one, but not that of a short unit', () => {
    expect(said(0.01, POINTS, { signed: true })).toBe('+1 point');
    expect(said(0.02, POINTS)).toBe('2 points');
    expect(said(1, MS)).toBe('1 ms');
  });

  it('is shortened when it is very large', () => {
    expect(said(123_456_789, { as: 'number', unit: '' })).toBe('123.5M');
  });

  it('is a range with its unit once, and says when a bound is missing', () => {
    expect(saidRange(0.028, 0.062, PERCENT)).toBe('2.8 to 6.2%');
    expect(saidRange(-0.009, 0.013, POINTS, { signed: true })).toBe('−0.9 to +1.3 points');
    expect([saidRange(0.02, null, PERCENT), saidRange(null, 0.02, PERCENT), saidRange(null, null, PERCENT)]).toEqual(['2% or more', '2% or less', 'no bound']);
  });

  it('keeps two digits that matter at every size', () => {
    fc.assert(fc.property(fc.double({ min: 1e-5, max: 99, noNaN: true }), (size) => Math.abs(Number(size.toFixed(decimalsFor(size))) - size) <= size * 0.06));
  });
});

describe('an axis', () => {
  it('has its unit on the last tick only, and decimals by the step', () => {
    expect(tickWords([0, 0.05, 0.1], PERCENT)).toEqual(['0', '5', '10%']);
    expect(tickWords([0, 0.0025, 0.005], PERCENT)).toEqual(['0', '0.25', '0.5%']);
    expect(tickWords([-2, 0, 2], { as: 'number', unit: '' }, { signed: true })).toEqual(['−2', '0', '+2']);
  });
});

describe('a chance', () => {
  it('is never none or certain for what is only nearly so', () => {
    expect([0, 0.003, 0.36, 0.998, 1].map(chance)).toEqual(['0%', 'under 1%', '36%', 'over 99%', '100%']);
  });
});

describe('a text in a picture', () => {
  it('is cut to its room with an ellipsis, and left out when hardly anything would remain', () => {
    expect(fitText('A label in the box', 400)).toBe('A label in the box');
    expect(fitText('A label in the box', 70)).toMatch(/^A label.*…$/);
    expect(fitText('A label in the box', 20)).toBe('');
  });

  it('never gets wider than its room', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 0, max: 300 }), (text, room) => textWidth(fitText(text, room)) <= room));
  });
});
