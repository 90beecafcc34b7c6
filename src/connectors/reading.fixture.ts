// For tests: reads texts as if they were files and sorts the records by kind.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comment, Item } from '../domain/backlog/item.ts';
import { readTracker, type ReadFile, type ReadOptions } from './read-tracker.ts';
import type { TrackerKind, Unread } from './tracker.ts';

export interface Read {
  readonly items: Item[];
  readonly replaced: Item[];
  readonly comments: { itemKey: string; comment: Comment }[];
  readonly skipped: Record<string, number>;
  readonly unread: Unread[];
  readonly rows: number;
  readonly kinds: readonly TrackerKind[];
  readonly files: readonly ReadFile[];
  /** Rows accounted for: items, loose comments, skipped and lost. Always equal to `rows`. */
  readonly accounted: number;
}

/** Everything the files at these paths hold, in one piece. */
export async function readPaths(paths: readonly string[], options: ReadOptions = {}): Promise<Read> {
  const reading = readTracker(paths, options);
  const items: Item[] = [], replaced: Item[] = [], comments: Read['comments'] = [], unread: Unread[] = [];
  const skipped: Record<string, number> = {};
  for await (const batch of reading) {
    for (const record of batch) {
      if (record.kind === 'item') (record.replaces ? replaced : items).push(record.item);
      else if (record.kind === 'comment') comments.push(record);
      else if (record.kind === 'skipped') skipped[record.what] = (skipped[record.what] ?? 0) + 1;
      else if (record.kind === 'unread') unread.push(record.unread);
    }
  }
  const passed = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const accounted = items.length + comments.length + passed + unread.filter(({ lost }) => lost).length;
  return { items, replaced, comments, skipped, unread, rows: reading.rows, kinds: reading.kinds, files: reading.files, accounted };
}

/** As `readPaths`, for contents by file name. */
export async function readTexts(files: Readonly<Record<string, string | Buffer>>, options: ReadOptions = {}): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-'));
  try {
    const paths = Object.entries(files).map(([name, content]) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    });
    return await readPaths(paths, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
