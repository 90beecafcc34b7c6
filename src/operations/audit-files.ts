// The stateless audit: files in, one report out. Reads wording beside the file, keeps nothing, knows no store and no clock.
// The same files, options and day give the same report, byte for byte.
import { stat } from 'node:fs/promises';
import type { AuditReport } from '../contract/audit-report.ts';
import type { TrackerKind } from '../connectors/tracker.ts';
import { readTracker } from '../connectors/read-tracker.ts';
import { startAudit } from '../domain/backlog/audit.ts';
import { RULES, type RuleName } from '../domain/backlog/finding.ts';
import { defaultAuditSettings, type AuditSettings } from '../domain/backlog/rule.ts';
import type { Day } from '../domain/kernel/instant.ts';
import { auditReportOf, type SourceFacts } from './audit-files-report.ts';
import { sourceSpan } from './audit-files-span.ts';
import { threadedTexts } from './audit-text-thread.ts';

export interface AuditFilesOptions {
  /** The day it is for whoever asks. */
  readonly today: Day;
  /** Overrides the audit's day. Must be a day that exists. */
  readonly asOf?: Day;
  readonly kind?: TrackerKind | 'auto';
  /** Our field to their column, for a CSV without known columns. */
  readonly map?: Readonly<Record<string, string>>;
  /** IANA zone of dates that carry none. Default UTC. */
  readonly timeZone?: string;
  readonly goal?: string;
  /** Rules that are on. By default every one but `velocity`. */
  readonly rules?: readonly RuleName[];
  readonly signal?: AbortSignal;
}

export interface AuditFilesProgress {
  /** `judging`: everything is read; what follows cannot be interrupted. */
  readonly phase: 'reading' | 'judging';
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly items: number;
}

const REASONS_LISTED = 1_000;
/** Records handed over at a time: few, so that most are forgotten before the memory's young part is full. */
const AT_ONCE = 50;
/** From this many bytes on, unpacked or not, a second thread is worth its start before anything was read. */
const BIG = 4e6;

/**
 * Reads the files and audits them together. Throws NotAnExport or MappingNeeded, each with one clear sentence, when a file
 * cannot be read at all, and the signal's reason when it is aborted. Example: `auditFiles(['export.csv'], { today: '2026-11-20' })`.
 */
export async function auditFiles(paths: readonly string[], options: AuditFilesOptions, onProgress?: (progress: AuditFilesProgress) => void): Promise<AuditReport> {
  const settings = settingsFor(options.rules);
  const wording = (await bytesIn(paths)) >= BIG ? threadedTexts(settings, 1) : threadedTexts(settings);
  const audit = startAudit({
    today: options.today, settings, texts: wording.texts, ...(options.asOf === undefined ? {} : { asOf: options.asOf }), ...(options.goal === undefined ? {} : { goal: options.goal }),
  });
  const reading = readTracker(paths, {
    kind: options.kind ?? 'auto', batchSize: AT_ONCE,
    ...(options.map === undefined ? {} : { map: options.map }), ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const span = sourceSpan();
  const reasons: AuditReport['unread']['reasons'] = [];
  let items = 0;
  let bytes = { bytesRead: 0, bytesTotal: 0 };
  try {
    for await (const batch of reading) {
      for (const record of batch) {
        if (record.kind === 'item') {
          audit.add(record.item);
          span.add(record.item);
          items++;
        } else if (record.kind === 'comment') {
          audit.addComment(record.itemKey, record.comment);
          span.touch(record.comment.at);
        } else if (record.kind === 'skipped') audit.skip(record.what);
        else if (record.kind === 'unread') {
          audit.unread(record.unread);
          if (reasons.length < REASONS_LISTED) reasons.push(record.unread);
        } else bytes = record;
      }
      onProgress?.({ phase: 'reading', bytesRead: bytes.bytesRead, bytesTotal: bytes.bytesTotal, items });
      await wording.room();
    }
    options.signal?.throwIfAborted();
    onProgress?.({ phase: 'judging', bytesRead: bytes.bytesTotal, bytesTotal: bytes.bytesTotal, items });
    wording.end();
    audit.prepare();
    await wording.settle();
  } finally {
    await wording.stop();
  }
  const result = audit.finish();
  const source: SourceFacts = { files: reading.files, kinds: reading.kinds, reasons, span: span.finish(result.asOf) };
  const asked = {
    rules: RULES.filter((rule) => settings.rules[rule].on), ...(options.goal === undefined ? {} : { goal: options.goal }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }), ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
  };
  return auditReportOf(result, source, asked);
}

/** Together; a file that cannot be looked at counts nothing here and is refused where it is read. */
async function bytesIn(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map((path) => stat(path).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function settingsFor(rules: readonly RuleName[] | undefined): AuditSettings {
  if (rules === undefined) return defaultAuditSettings;
  const on = new Set(rules);
  const switches = Object.fromEntries(RULES.map((rule) => [rule, { ...defaultAuditSettings.rules[rule], on: on.has(rule) }])) as Record<RuleName, AuditSettings['rules'][RuleName]>;
  return { ...defaultAuditSettings, rules: switches };
}
