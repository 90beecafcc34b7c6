import { parse as peer } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvParser, delimiterOf, parseCsv, type CsvRow } from './parse.ts';

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '\t', '"', '\n', '\r', '漢', '0'), maxLength: 8 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
const delimiter = fc.constantFrom(',', ';', '\t', '|');

function cells(rows: readonly CsvRow[]): (readonly string[])[] {
  return rows.map((row) => row.cells);
}

describe('parsing a table', () => {
  it('gives back every cell that was written', () => {
    fc.assert(fc.property(table, delimiter, (rows, sign) => {
      expect(cells(parseCsv(stringify(rows, { delimiter: sign, quoted: true }), sign))).toEqual(rows);
    }));
  });

  it('agrees with csv-parse on what csv-stringify writes without needless quotes', () => {
    fc.assert(fc.property(table, delimiter, (rows, sign) => {
      const text = stringify(rows, { delimiter: sign, quoted_match: /[\r\n]/ });
      expect(cells(parseCsv(text, sign))).toEqual(peer(text, { delimiter: sign, relax_column_count: true, record_delimiter: '\n' }));
    }));
  });

  it('gives the same rows whatever pieces the text comes in', () => {
    fc.assert(fc.property(table, fc.array(fc.nat(7), { minLength: 1, maxLength: 9 }), (rows, steps) => {
      const text = stringify(rows, { quoted: true, record_delimiter: '\r\n' });
      const found: CsvRow[] = [];
      const parser = new CsvParser(',');
      for (let at = 0, i = 0; at < text.length; i++) {
        const step = 1 + steps[i % steps.length]!;
        parser.feed(text.slice(at, at + step), (row) => found.push(row));
        at += step;
      }
      parser.end((row) => found.push(row));
      expect(found).toEqual(parseCsv(text, ','));
    }));
  });

  it('loses one line, and says which, when a quote never closes', () => {
    expect(parseCsv('a,b\n"c,d\ne,f\n', ',')).toEqual([{ cells: ['a', 'b'] }, { cells: [], broken: '"c,d' }, { cells: ['e', 'f'] }]);
  });

  it('keeps what stands behind a closing quote', () => {
    expect(cells(parseCsv('"a"b,"c""d"\n', ','))).toEqual([['ab', 'c"d']]);
  });

  it('ends rows at LF, CRLF and a lone CR alike', () => {
    expect(cells(parseCsv('a,b\r\nc,d\re,f\ng,h', ','))).toEqual([['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h']]);
  });

  it('stays quick on a file of nothing but opening quotes', () => {
    const rows = parseCsv('"a\n'.repeat(50_001), ',');
    expect(rows.filter(({ broken }) => broken !== undefined).length).toBeGreaterThan(0);
  });

  it.each([['a,b,c\n', ','], ['a;"b,c,d,e";f\n', ';'], ['a\tb\n1,2\t3', '\t'], ['a|b|c\n', '|']])('finds the delimiter of %j', (text, expected) => {
    expect(delimiterOf(text)).toBe(expected);
  });

  it('finds no delimiter where the first row has one cell', () => {
    expect(delimiterOf('Summary\nOne, two\n')).toBeUndefined();
  });
});
