import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../scripts/root.ts';
import { readMetric } from '../src/connectors/metric/read-metric.ts';
import { readoutReport } from '../src/contract/readout-report.ts';
import { addDays } from '../src/domain/kernel/instant.ts';
import { daysFrom } from '../src/domain/kernel/calendar.ts';
import { throughline } from './audit-cli-door.ts';

const folder = join(root, '../shared/data/metrics');
const here = existsSync(folder);

/** Files that no reading before and after can be made of, with what is said of them: months, years, or tables of another shape. */
const NOT_DAYS = /air_passengers|retail_sales|co2_canada|debt_ireland|gdp|jfk_passengers|lga_passengers/;

if (here) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv')).sort();

  it.each(files)('%s runs to an answer', async (name) => {
    const path = join(folder, name);
    const reading = await readMetric(path).catch(() => undefined);
    const days = reading?.value.observations.filter(({ value }) => value !== null).map(({ day }) => day).sort() ?? [];
    const ship = days.length === 0 ? '2015-01-01' : addDays(days[0]!, Math.floor(daysFrom(days[0]!, days.at(-1)!) * 0.8));
    const { code, out, note } = await throughline(['readout', name, '--ship', ship, '--window', '30', '--combine', 'mean', '--min-effect', '5%', '--json'], { folder });
    if (NOT_DAYS.test(name)) {
      expect([code, out]).toEqual([2, '']);
      return expect((JSON.parse(note) as { sentence: string }).sentence).toMatch(/^[\w.-]+\.csv (?:has|names|holds) .{10,}\. [A-Z].{10,}\.$/);
    }
    expect(note).toBe('');
    expect(code).toBe(0);
    const report = readoutReport.parse(JSON.parse(out));
    expect(report.sentences[0]!.length).toBeGreaterThan(20);
    expect(report.data.points).toBeGreaterThan(1);
    // Every row has its day, with a value or without, or is named as unread.
    expect(reading!.value.observations.length + report.data.unread).toBeGreaterThanOrEqual(reading!.rows);
  });
} else {
  it.skip('public metrics (skipped: ../shared/data is not here)', () => undefined);
}
