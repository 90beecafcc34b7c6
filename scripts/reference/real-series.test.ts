import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { detectability } from '../../src/domain/outcome/series/detectability.ts';
import type { SeriesHistory } from '../../src/domain/outcome/series/input.ts';
import { readSeries, type SeriesReading } from '../../src/domain/outcome/series/read-series.ts';
import { root } from '../root.ts';

const folder = join(root, '../shared/data/metrics');

/** Most points of a file that are read: what matters is that nothing breaks, on many shapes. */
const MOST_POINTS = 900;

function columnsOf(file: string): (number | null)[][] {
  const [header, ...rows] = readFileSync(file, 'utf8').split(/\r\n|\r|\n/).filter((line) => line !== '').map((line) => line.replaceAll('"', '').split(','));
  return header!.slice(1).map((_, i) => rows.slice(0, MOST_POINTS).map((row) => {
    const value = row[i + 1] === undefined || row[i + 1] === '' ? Number.NaN : Number(row[i + 1]);
    return Number.isFinite(value) ? value : null;
  }));
}

function changePoints(file: string): (number | null)[][] {
  const { series } = JSON.parse(readFileSync(file, 'utf8')) as { series: { raw: (number | null)[] }[] };
  return series.map(({ raw }) => raw.slice(0, MOST_POINTS));
}

function allSeries(): [string, (number | null)[]][] {
  const files = (at: string, end: string): string[] => readdirSync(join(folder, at), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(end)).sort().map((name) => join(folder, at, name));
  const csv = [...files('nab', '.csv'), ...files('prophet-examples', '.csv')].map((file) => [file, columnsOf(file)] as const);
  const json = files('tcpd', '.json').map((file) => [file, changePoints(file)] as const);
  return [...csv, ...json].flatMap(([file, columns]) => columns.map((values, i): [string, (number | null)[]] => [`${file.slice(folder.length + 1)} ${i}`, values]));
}

/** Every number anywhere in an answer. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function expectSound(reading: SeriesReading): void {
  const { verdict, estimate, ...rest } = reading;
  expect(verdict.reason === undefined).toBe(estimate !== undefined && verdict.status !== 'refused');
  expect(numbersIn({ verdict, estimate, ...rest }).filter((value) => !Number.isFinite(value))).toEqual([]);
}

if (existsSync(folder)) {
  it.each(allSeries())('%s is read or refused, with a number or a reason and never neither', (_name, values) => {
    const ship = Math.floor(values.length * 0.85);
    const claim = { direction: 'up', scale: 'relative', minEffect: 0.05, alpha: 0.05 } as const;
    for (const [grain, kind] of [['day', 'amount'], ['day', undefined], ['week', 'amount']] as const) {
      const history: SeriesHistory = { grain, kind, values };
      const to = Math.min(30, values.length - ship);
      expectSound(readSeries({ ...history, ship, window: { from: 1, to } }, claim));
      for (const { reason, detectable80, model } of detectability({ ...history, values: values.slice(0, ship) }, [30])) {
        expect(reason === undefined).toBe(detectable80 !== undefined);
        expect(numbersIn([detectable80, model]).filter((value) => !Number.isFinite(value))).toEqual([]);
      }
    }
  });
} else {
  it.skip('real series (skipped: ../shared/data is not here)', () => undefined);
}
