// From what the audit answers to the published document. Renames and rounds; decides nothing.
import type { AuditReport, AuditReportFinding } from '../contract/audit-report.ts';
import type { ReadFile } from '../connectors/read-tracker.ts';
import type { AuditFinding, AuditOrphans, AuditResult, CannotTell } from '../domain/backlog/audit-result.ts';
import { AGED_OUT_BELOW } from '../domain/backlog/dinosaur.ts';
import { MIN_AT_RISK } from '../domain/backlog/survival-estimate.ts';
import type { SourceSpan } from './audit-files-span.ts';

export interface SourceFacts {
  readonly files: readonly ReadFile[];
  readonly kinds: readonly string[];
  readonly reasons: AuditReport['unread']['reasons'];
  readonly span: SourceSpan;
}

/** Shares and likenesses to six digits: finer than any of them is known, and the same text on every machine. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

export function auditReportOf(result: AuditResult, source: SourceFacts, asked: AuditReport['asked']): AuditReport {
  const findings = result.findings.map(findingOf);
  return {
    schema: 'throughline.audit/1', asOf: result.asOf, asOfReason: result.asOfReason ?? `Counted to ${result.asOf}, the day this ran.`,
    source: {
      kind: source.kinds[0] ?? 'unknown',
      files: source.files.map(({ name, sha256, bytes, kinds }) => ({ name, sha256, bytes, kinds: [...kinds] })),
      ...source.span, containers: [...source.span.containers],
    },
    asked, read: { ...result.read },
    unread: { rows: result.unread.rows, values: result.unread.values, reasons: source.reasons },
    summary: summaryOf(result, asked.goal),
    listed: { findings: findings.length, of: findings.length },
    findings,
    duplicates: result.duplicates.map(({ items, score, words, level }) => ({
      items: [...items], titles: items.map((key) => result.groupHeads.get(key)?.title ?? ''), urls: items.map((key) => result.groupHeads.get(key)?.url ?? null),
      score: rounded(score), words: [...words], level,
    })),
  };
}

function summaryOf(result: AuditResult, goal: string | undefined): AuditReport['summary'] {
  const buckets = result.untouched.buckets.map(({ from, to, counts }) => ({
    from, ...(to === undefined ? {} : { to }), goal: counts.goal, lightsOn: counts.ktlo, none: counts.no_path, agedOut: counts.aged_out, unjudged: counts.unjudged,
  }));
  const byRule = Object.fromEntries(Object.entries(result.byRule).map(([rule, { on, count, share }]) => [rule, { count, share: rounded(share ?? 0), on }]));
  return {
    open: result.read.open, flagged: result.flagged, byRule: byRule as AuditReport['summary']['byRule'],
    survival: result.survival.map(({ pool, untouchedDays, atRisk, events, doneWithin365, low, high, silent }) => ({
      pool, untouchedDays, atRisk, events, doneWithin365: rounded(doneWithin365), low: rounded(low), high: rounded(high),
      flags: silent === undefined && atRisk >= MIN_AT_RISK && high < AGED_OUT_BELOW, ...(silent === undefined ? {} : { silent }),
    })),
    duplicateGroups: result.duplicates.filter((group) => group.level === 'suggest').length,
    buckets, unknownAge: result.untouched.unknownAge,
    ...(result.orphans === undefined ? {} : { lineage: lineageOf(result.orphans, goal) }),
    cannotTell: oncePerReason(result.cannotTell), leftOut: leftOutOf(result),
  };
}

function lineageOf({ linked, suggested, lightsOn, lightsOnOver, count, origins }: AuditOrphans, goal: string | undefined): AuditReport['summary']['lineage'] {
  return {
    ...(goal === undefined ? {} : { goal }), leadsToGoal: linked, suggested, lightsOn, lightsOnOver, unexplained: count,
    byOrigin: origins.map(({ origin, items, orphans }) => ({ origin, unexplained: orphans, open: items })),
  };
}

function oncePerReason(cannotTell: readonly CannotTell[]): AuditReport['summary']['cannotTell'] {
  const seen = new Set<string>();
  return cannotTell.filter(({ what, reason }) => !seen.has(`${what}|${reason}`) && seen.add(`${what}|${reason}`)).map((one) => ({ ...one }));
}

/** Codes that a script can rely on; what came to nothing is not mentioned. */
function leftOutOf({ leftOut, skipped }: AuditResult): AuditReport['summary']['leftOut'] {
  const counts: [string, number][] = [
    ...Object.entries(skipped),
    ['bot_touch', leftOut.botTouches], ['bulk_touch', leftOut.bulkTouches], ['bulk_update', leftOut.bulkUpdates], ['rank_move', leftOut.rankMoves],
    ['imported_item', leftOut.importedItems], ['undated_item', leftOut.undatedItems], ['undated_closing', leftOut.undatedClosings],
    ['comment_without_item', leftOut.commentsWithoutItem], ['repeated_key', leftOut.repeatedKeys], ['suppressed_finding', leftOut.suppressedFindings],
  ];
  return counts.filter(([, count]) => count > 0).map(([what, count]) => ({ what, count }));
}

function findingOf({ rule, item, subject, why, value, unit, interval, n, grade, spans, whatWouldChangeIt, nextAction }: AuditFinding): AuditReportFinding {
  return {
    rule, ...(item === undefined ? {} : { item: { ...item } }), subject, why,
    ...(value === undefined ? {} : { value: rounded(value) }), ...(unit === undefined ? {} : { unit }),
    ...(interval === undefined ? {} : { interval: [rounded(interval[0]), rounded(interval[1])] }), ...(n === undefined ? {} : { n }),
    grade, spans: spans.map((span) => ({ ...span })), whatWouldChangeIt, nextAction,
  };
}
