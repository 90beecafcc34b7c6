// Reads one mutated text and judges the reading: no crash, and every row accounted for. Knows no mutation.
import { writeFileSync } from 'node:fs';
import { delimiterOf } from '../../src/connectors/csv/parse.ts';
import { MappingNeeded, NotAnExport } from '../../src/connectors/not-an-export.ts';
import { readTracker } from '../../src/connectors/read-tracker.ts';
import { countDocument, countLines, countTable, type Counted } from './count-rows.ts';
import type { Subject } from './subjects.ts';

export interface Outcome {
  readonly result: 'exact' | 'uncounted' | 'refused';
  readonly rows: number;
  readonly unread: number;
}

/** Counts by the form the text still has: one JSON value in all, one per line, or a table. */
function countedAs(subject: Subject, text: Buffer): Counted {
  const bare = text.subarray(text[0] === 0xef && text[1] === 0xbb ? 3 : 0);
  if (subject.form === 'table') return countTable(bare, delimiterOf(bare.toString('latin1')) ?? ',');
  const document = countDocument(bare);
  return subject.form === 'document' || 'rows' in document ? document : countLines(bare);
}

/**
 * Throws with a sentence when the reading crashed or lost something. A text turned down by NotAnExport or MappingNeeded is
 * `refused`: the user was told. `uncounted` texts have no exact count; there the reading must still balance, and must report
 * something unread when it found fewer rows than the text had before the damage.
 */
export async function checkReading(subject: Subject, text: Buffer, path: string, rowsBefore: number, packed?: Buffer): Promise<Outcome> {
  writeFileSync(path, packed ?? text);
  const reading = readTracker([path], subject.kind ? { kind: subject.kind } : {});
  let standing = 0, skipped = 0, lost = 0, unread = 0, form = '';
  try {
    for await (const batch of reading) {
      for (const record of batch) {
        if (record.kind === 'item' && !record.replaces) standing++;
        else if (record.kind === 'comment') standing++;
        else if (record.kind === 'skipped') skipped++;
        else if (record.kind === 'unread') {
          unread++;
          if (record.unread.lost) lost++;
          form = record.unread.where;
        }
      }
    }
  } catch (error) {
    if (error instanceof NotAnExport || error instanceof MappingNeeded) return { result: 'refused', rows: 0, unread: 0 };
    throw error;
  }
  if (standing + skipped + lost !== reading.rows) throw new Error(`books do not balance: ${standing} read + ${skipped} skipped + ${lost} lost, ${reading.rows} rows (${form})`);
  const counted: Counted = packed ? { unsure: 'the packing is damaged' } : countedAs(subject, text);
  const readAsTable = reading.kinds.some((kind) => kind.endsWith('csv'));
  if (!('rows' in counted) || readAsTable !== (subject.form === 'table')) {
    if (reading.rows < rowsBefore && unread === 0 && !('rows' in counted)) throw new Error(`silent loss: ${reading.rows} rows of ${rowsBefore}, nothing reported`);
    return { result: 'uncounted', rows: reading.rows, unread };
  }
  if (counted.rows !== reading.rows) throw new Error(`silent loss: ${reading.rows} rows accounted for, ${counted.rows} counted`);
  return { result: 'exact', rows: reading.rows, unread };
}
