import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoInstant } from './iso-instant.ts';
import { readMoment } from './moment.ts';

const DAY = 86_400_000;
const part = (least: number, most: number, width = 2) => fc.integer({ min: least, max: most }).map((n) => String(n).padStart(width, '0'));
const text = fc.tuple(part(1969, 2201, 4), part(0, 13), part(0, 32), part(0, 25), part(0, 61), part(0, 61), fc.constantFrom('', '.0', '.123', '.98765', '.123456789', '.'), fc.constantFrom('Z', '+0000', '-0330', '+05:45', '+1', '', 'z', '+01:00x'))
  .map(([year, month, day, hour, minute, second, fraction, zone]) => `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`);

test('whatever the quick reader reads, the patient one reads as the same instant', () => {
  fc.assert(fc.property(text, (given) => {
    const quick = isoInstant(given);
    const patient = readMoment(given, { epochs: true });
    if (quick !== undefined) expect({ ok: patient.ok, instant: patient.ok ? patient.instant : undefined }).toEqual({ ok: true, instant: quick });
  }), { numRuns: 3000 });
});

test.each([
  ['1970-01-02T00:00:00Z', DAY], ['1970-01-02T01:00:00.000+0100', DAY], ['1970-01-01T20:30:00.5-03:30', DAY + 500], ['2024-02-29T00:00:00.000+0000', Date.UTC(2024, 1, 29)],
])('reads %s', (given, instant) => {
  expect(isoInstant(given)).toBe(instant);
});

test.each(['2023-02-29T00:00:00Z', '2024-13-01T00:00:00Z', '2024-01-01T24:00:00Z', '2024-01-01', '2024-01-01T00:00:00', '2024-01-01 00:00:00Z', '1969-12-31T23:59:59Z', '2024-01-01T00:00:00.Z'])('leaves %s to the patient reader', (given) => {
  expect(isoInstant(given)).toBeUndefined();
});
