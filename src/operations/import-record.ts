// An import as it is told: row to answer, with the refusal as a sentence. Knows no reading and no job.
import type { OutputOf } from '../contract/index.ts';
import { REFUSALS, refusalSentence, type RefusalCode } from '../contract/refusals.ts';
import type { ImportRow } from '../store/import.ts';

export type ImportRecord = OutputOf<'import.get'>['import'];

const BROKE = 'Something broke on our side while this was imported. What was read so far is kept; resume to go on.';

export function importRecord(row: ImportRow): ImportRecord {
  const { read, created, updated, unchanged, comments, newComments, pullRequestsSkipped, skipped, unread } = row.counts;
  const refusal = row.refusal;
  return {
    id: row.id, state: row.state, kind: row.kind ?? undefined,
    files: row.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    read, created, updated, unchanged, comments, newComments, pullRequestsSkipped, skipped, unread,
    progress: row.progress ?? undefined,
    refusal: refusal === null ? undefined : { code: refusal.code, sentence: refusal.code in REFUSALS ? refusalSentence(refusal.code as RefusalCode, refusal.details) : BROKE },
    startedAt: row.started_at, finishedAt: row.finished_at ?? undefined,
  };
}
