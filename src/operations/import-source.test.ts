import { describe, expect, it } from 'vitest';
import { sourceName, sourceNameOfFile } from './import-source.ts';

describe('the source of an import', () => {
  it('is what the tracker calls the container', () => {
    expect(sourceName('RET', 'export.csv')).toBe('RET');
    expect(sourceName('  ', 'export.csv')).toBe('export');
  });

  it.each([
    ['backlog.csv', 'backlog'], ['backlog-2026-11-01.csv', 'backlog'], ['backlog (2).csv', 'backlog'], ['backlog_20261101.ndjson.gz', 'backlog'],
    ['backlog-2026-11-01T09-30-00 (3).csv', 'backlog'], ['2026-11-01.csv', '2026-11-01'], ['Board export 1700000000.json', 'Board export'], ['v2.csv', 'v2'],
  ])('is the same for the same export of another day: %s', (file, name) => {
    expect(sourceNameOfFile(file)).toBe(name);
  });
});
