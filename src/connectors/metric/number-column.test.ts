import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberColumn, type NumberRules } from './number-column.ts';

function values(cells: readonly string[], rules: NumberRules = {}): (number | string | null)[] {
  const column = numberColumn(cells, rules);
  return cells.map((cell) => {
    const read = column.read(cell);
    return 'value' in read ? read.value : 'empty' in read ? null : read.code;
  });
}

describe('a column of numbers', () => {
  it.each<[string, string[], (number | string | null)[]]>([
    ['a decimal point', ['1.5', '12', '-0.25'], [1.5, 12, -0.25]],
    ['a decimal comma', ['1,5', '12', '1.234,75'], [1.5, 12, 1234.75]],
    ['thousands by comma', ['1,234', '12,345,678', '9'], [1234, 12_345_678, 9]],
    ['thousands by point, proven by a second one', ['1.234', '1.234.567'], [1234, 1_234_567]],
    ['thousands by space, narrow space and apostrophe', ['1 234,5', '1\u202f234,5', "1'234,5"], [1234.5, 1234.5, 1234.5]],
    ['lakhs', ['12,34,567.5'], [1_234_567.5]],
    ['percent', ['3.5%', '4 %'], [0.035, 0.04]],
    ['currency before and after', ['$1,200.50', '-$3', '$ 4'], [1200.5, -3, 4]],
    ['euro after a decimal comma', ['1.200,50 €', '3,25 €'], [1200.5, 3.25]],
    ['accounting brackets and the true minus', ['(12)', '\u22123'], [-12, -3]],
    ['scientific notation', ['1e3', '1.5E-2'], [1000, 0.015]],
    ['digits of other scripts', ['١٢٣', '１２'], [123, 12]],
    ['marks for nothing', ['', '-', 'n/a', 'NULL', '#N/A', '0'], [null, null, null, null, null, 0]],
  ])('reads %s', (_name, cells, expected) => {
    expect(values(cells)).toEqual(expected);
  });

  it('leaves text, a stray percent and a second currency unread', () => {
    expect(values(['10', 'about 12', '12%', '$5', '$6', '€7', '1e999', '∞'])).toEqual([10, 'number_text', 'percent_mixed', 5, 6, 'currency_mixed', 'number_too_large', 'number_too_large']);
  });

  it('leaves a cell unread that separates its thousands unlike the column', () => {
    expect(values(['1,234.5', '2,345.5', '1.234,5'])).toEqual([1234.5, 2345.5, 'number_ambiguous']);
  });

  it('does not decide what 1,234 means in a table separated by semicolons, and does where asked', () => {
    expect(numberColumn(['1,234', '2,345'], { delimiter: ';' }).decimal).toBeUndefined();
    expect(values(['1,234', '2,345'], { delimiter: ';', decimal: 'comma' })).toEqual([1.234, 2.345]);
    expect(values(['1,234', '2,345'], { delimiter: ';', decimal: 'point' })).toEqual([1234, 2345]);
  });

  it('gives back any number that was written plainly', () => {
    fc.assert(fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }).filter((value) => value === 0 || Math.abs(value) > 1e-6), (value) => {
      expect(values([String(value)], { exact: true })).toEqual([value === 0 ? 0 : value]);
    }));
  });

  it('reads what a German and an English pen write alike', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (cents) => {
      const write = (locale: string): string[] => cents.map((cent) => (cent / 100).toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
      expect(values(write('de'))).toEqual(values(write('en')));
    }));
  });
});
