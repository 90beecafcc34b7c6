import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../scripts/root.ts';
import { auditReport } from '../src/contract/audit-report.ts';
import { throughline } from './audit-cli-door.ts';

const folder = join(root, '../shared/data');
const here = existsSync(folder);

const KNOWN: readonly (readonly [string, string, Readonly<Record<string, number>>])[] = [
  ['rust-lang issues with comments', 'github/rust-issues.ndjson.gz github/rust-comments.ndjson.gz', { items: 8355, open: 25, people: 802, labels: 117, pullRequestsSkipped: 6644, comments: 36178 }],
  ['the same, comments first', 'github/rust-comments.ndjson.gz github/rust-issues.ndjson.gz', { items: 8355, open: 25, people: 802, labels: 117, pullRequestsSkipped: 6644, comments: 36178 }],
  ['bitcoin-core gui', 'github/bitcoin-core-gui.ndjson.gz', { items: 341, open: 133, pullRequestsSkipped: 537 }],
  ['titanium AC', 'jira/titanium-AC.ndjson.gz', { items: 4503, comments: 13844 }], ['titanium ALOY', 'jira/titanium-ALOY.ndjson.gz', { items: 1499, comments: 4513 }],
  ['titanium DAEMON', 'jira/titanium-DAEMON.ndjson.gz', { items: 317, comments: 475 }], ['titanium MOD', 'jira/titanium-MOD.ndjson.gz', { items: 367, comments: 1443 }],
  ...[['en-127', 127], ['en-19-finance', 19], ['en-20-filter-view', 20], ['en-5', 5], ['es-190-filter-view', 190], ['es-287', 287], ['nl-26-sprint3', 26]]
    .map(([name, items]) => [`Jira CSV ${name}`, `jira/csv/export-${name}.csv`, { items: Number(items) }] as const),
];

if (here) {
  it.each(KNOWN)('counts %s as its README does, in a document that fits the schema', async (_name, files, counts) => {
    const { code, out } = await throughline(['audit', ...files.split(' '), '--json'], { folder });
    expect(code).toBe(0);
    const report = auditReport.parse(JSON.parse(out));
    expect(report.read).toMatchObject(counts);
    expect(report.asOf < '2026-11-20').toBe(true);
  });

  it('tells issues and pull requests apart in an export of 2015', async () => {
    const { out } = await throughline(['audit', 'github/whatsapi-2015.ndjson.gz', '--json'], { folder });
    const { read } = auditReport.parse(JSON.parse(out));
    expect(read.items + read.pullRequestsSkipped).toBe(1139);
    expect(read.items).toBe(928);
  });
} else {
  it.skip('public exports (skipped: ../shared/data is not here)', () => undefined);
}
