// The report as one JSON document in pieces: a million findings do not fit into one string.
import type { AuditReport } from '../../../contract/audit-report.ts';

const PIECE = 1 << 16;

/** The same text as `JSON.stringify(report, null, 2)` with each finding and each group on one line; control characters escaped. */
export function* jsonPieces(report: AuditReport): Generator<string> {
  const { findings, duplicates, ...head } = report;
  const opening = JSON.stringify(head, null, 2);
  yield safe(`${opening.slice(0, -2)},\n  "findings": [`);
  yield* rows(findings);
  yield `],\n  "duplicates": [`;
  yield* rows(duplicates);
  yield ']\n}\n';
}

function* rows(values: readonly unknown[]): Generator<string> {
  let piece = '';
  for (let at = 0; at < values.length; at++) {
    piece += `${at === 0 ? '' : ','}\n    ${JSON.stringify(values[at])}`;
    if (piece.length < PIECE) continue;
    yield safe(piece);
    piece = '';
  }
  yield `${safe(piece)}${values.length === 0 ? '' : '\n  '}`;
}

function safe(text: string): string {
  return text.replace(/[\u007f-\u009f\u2028\u2029]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
