// The plan of the cull as a file that one tracker can take. Refuses a format that the planned items' trackers cannot read.
import type { OutputOf } from '../contract/index.ts';
import { githubScript, jiraCsv, linearCsv, markdownList, type PlannedItem } from '../domain/backlog/cull-export.ts';
import type { CullDecision } from '../domain/backlog/cull.ts';
import { granted, refused, type Ruling } from '../domain/kernel/ruling.ts';
import { listPlannedClosings, listStandingDecisions, type DecisionRow } from '../store/decision.ts';
import { listSources } from '../store/source.ts';
import type { Context } from './context.ts';
import { closeReason, readCandidates, type StoredCandidate } from './cull-candidate.ts';

type Format = 'jira-csv' | 'github-sh' | 'linear-csv' | 'markdown';
type Plan = OutputOf<'cull.export'>;

/** Kinds of sources a format is for; a plain CSV's items fit any, since nobody knows where they live. */
const TAKES: Readonly<Record<Exclude<Format, 'markdown'>, RegExp>> = { 'jira-csv': /^(?:jira|csv)/, 'github-sh': /^github/, 'linear-csv': /^(?:linear|csv)/ };
const FILES: Readonly<Record<Format, { name: string; type: string }>> = {
  'jira-csv': { name: 'close-in-jira.csv', type: 'text/csv' }, 'github-sh': { name: 'close-on-github.sh', type: 'text/x-shellscript' },
  'linear-csv': { name: 'cancel-in-linear.csv', type: 'text/csv' }, markdown: { name: 'cull.md', type: 'text/markdown' },
};

export async function exportPlan(format: Format, { tx, asker }: Pick<Context, 'tx' | 'asker'>): Promise<Ruling<Plan, 'nothing_planned' | 'export_format_unfit'>> {
  const { workspaceId } = asker;
  const decisions = format === 'markdown' ? await listStandingDecisions(tx, workspaceId) : await listPlannedClosings(tx, workspaceId);
  const candidates = await readCandidates(tx, workspaceId, decisions.map(({ item_id }) => item_id));
  const open = decisions.flatMap((decision) => {
    const candidate = candidates.get(decision.item_id);
    return candidate && (format === 'markdown' || candidate.row.status_class === 'open') ? [{ decision, candidate }] : [];
  });
  if (open.length === 0) return refused('nothing_planned');
  const kinds = new Map((await listSources(tx, workspaceId)).map(({ id, kind }) => [id, kind]));
  const fitting = format === 'markdown' ? open : open.filter(({ candidate }) => TAKES[format].test(kinds.get(candidate.row.source_id) ?? ''));
  if (fitting.length === 0) {
    return refused('export_format_unfit', { kinds: [...new Set(open.map(({ candidate }) => kinds.get(candidate.row.source_id) ?? 'unknown'))], format });
  }
  const plan = fitting.map(({ decision, candidate }): PlannedItem => ({
    candidate, decision: decisionOf(decision, candidate), ...(decision.message === null ? {} : { message: decision.message }),
  }));
  const { text, left } = written(format, plan);
  const { name, type } = FILES[format];
  return granted({ fileName: name, mediaType: type, text, items: plan.length - left });
}

function written(format: Format, plan: readonly PlannedItem[]): { text: string; left: number } {
  if (format === 'jira-csv') return { text: jiraCsv(plan), left: 0 };
  if (format === 'linear-csv') return { text: linearCsv(plan), left: 0 };
  if (format === 'markdown') return { text: markdownList(plan), left: 0 };
  const { script, leftOut } = githubScript(plan);
  return { text: script, left: leftOut.length };
}

function decisionOf(row: DecisionRow, candidate: StoredCandidate): CullDecision {
  if (row.kind === 'keep') return { kind: 'keep', until: row.until_on! };
  if (row.kind === 'link') return { kind: 'link', to: row.reason ?? 'the goal' };
  if (row.kind === 'still_a_problem') return { kind: 'still_a_problem', evidence: row.evidence ?? '' };
  return { kind: 'close', ...closeReason(row.reason ?? undefined, candidate) };
}
