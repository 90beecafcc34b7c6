// How often items like the aged-out ones were finished: matches findings with the rows of the survival estimate they rest on.
import type { AuditReport } from '../../contract/audit-report.ts';

export type SurvivalRow = AuditReport['summary']['survival'][number];
/** The chance (0-1) under which the whole interval must lie for an item to count as aged out. */
export const AGED_OUT_LINE = 0.1;

type Finding = AuditReport['findings'][number];

/** The row a dinosaur rests on; undefined for any other finding. */
export function rowBehind(finding: Finding, survival: readonly SurvivalRow[]): SurvivalRow | undefined {
  if (finding.rule !== 'dinosaur' || finding.interval === undefined || finding.value === undefined) return undefined;
  const [low, high] = finding.interval;
  return survival.findLast((row) => row.atRisk === finding.n && row.low === low && row.high === high && row.untouchedDays <= finding.value!);
}

/** Rows that flag, as the chart and the table use them: bugs and the rest together unless only the parts speak. */
export function flaggingRows(report: Pick<AuditReport, 'summary'>): readonly SurvivalRow[] {
  const flagging = report.summary.survival.filter((row) => row.flags);
  const all = flagging.filter((row) => row.pool === 'all');
  return all.length > 0 ? all : flagging;
}

/** Mean share (0-1) that was finished within a year, over the items counted as aged out; undefined when nothing flags. */
export function shareFinished(report: Pick<AuditReport, 'summary'>): number | undefined {
  const rows = flaggingRows(report);
  if (rows.length === 0) return undefined;
  const weights = rows.map((row) => {
    const bucket = report.summary.buckets.find(({ from }) => from === row.untouchedDays);
    return bucket?.agedOut ?? 0;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return rows.reduce((sum, row) => sum + row.doneWithin365, 0) / rows.length;
  return rows.reduce((sum, row, at) => sum + row.doneWithin365 * weights[at]!, 0) / total;
}
