// Findings as rows, made anew by each audit, worst first within a rule. Only SQL; what a finding means is the domain's.
import { sql } from 'kysely';
import { RULES, type Finding, type RuleName } from '../domain/backlog/finding.ts';
import { asJson } from './engine/parameters.ts';
import type { Store, Tx } from './schema.ts';

export type FindingState = 'standing' | 'agreed' | 'disputed' | 'left' | 'gone';
export interface FindingRow {
  readonly id: string; readonly rule: RuleName; readonly item_id: string | null; readonly position: number; readonly state: FindingState;
  readonly detail: Finding; readonly suppression_key: string; readonly audit_id: string;
}

const COLUMNS = sql`id, rule, item_id, position, state, detail, suppression_key, audit_id`;

export async function findFinding(tx: Tx, workspaceId: string, id: string): Promise<FindingRow | undefined> {
  return (await sql<FindingRow>`select ${COLUMNS} from finding where workspace_id = ${workspaceId} and id = ${id}`.execute(tx)).rows[0];
}

/** Standing rows may be replaced by the next audit; what was answered stays with its id as long as it is raised. */
export async function listFindingIds(tx: Tx, workspaceId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; rule: string; suppression_key: string; item_id: string | null }>`
    select id, rule, suppression_key, item_id from finding where workspace_id = ${workspaceId}`.execute(tx);
  return new Map(rows.map((row) => [findingCase(row.rule, row.suppression_key, row.item_id), row.id]));
}

/** What makes two findings of two audits the same one. */
export function findingCase(rule: string, suppressionKey: string, itemId: string | null): string {
  return `${rule}\n${suppressionKey}\n${itemId ?? ''}`;
}

export interface NewFinding { readonly id: string; readonly itemId: string | null; readonly state: FindingState; readonly detail: Finding }

/** Puts the findings of an audit in the place of those before; rows of a rule are given in order, worst first. */
export async function replaceFindings(store: Store, tx: Tx, workspaceId: string, auditId: string, findings: readonly NewFinding[]): Promise<void> {
  await tx.deleteFrom('finding').where('workspace_id', '=', workspaceId).execute();
  if (findings.length === 0) return;
  const next = new Map<string, number>();
  await store.copyIn(tx, 'finding', ['workspace_id', 'id', 'audit_id', 'rule', 'rule_version', 'item_id', 'position', 'state', 'detail', 'suppression_key'],
    findings.map(({ id, itemId, state, detail }) => {
      const position = next.get(detail.rule) ?? 0;
      next.set(detail.rule, position + 1);
      return [workspaceId, id, auditId, detail.rule, detail.ruleVersion, itemId, position, state, asJson(detail).replaceAll('\\u0000', ''), detail.suppressionKey];
    }));
}

export interface FindingFilter { readonly rule?: RuleName | undefined; readonly state: FindingState | 'all' }

function where(workspaceId: string, filter: FindingFilter) {
  return sql.join([
    sql`workspace_id = ${workspaceId}`,
    ...(filter.rule === undefined ? [] : [sql`rule = ${filter.rule}`]),
    ...(filter.state === 'all' ? [] : [sql`state = ${filter.state}`]),
  ], sql` and `);
}

/**
 * In the order of the rules, worst first within one. `after` is rule, position and id of the last row of the page before. Each rule
 * is asked on its own, so that a page is read from the index and never sorted out of all findings.
 */
export async function listFindings(tx: Tx, workspaceId: string, filter: FindingFilter, after: readonly [string, number, string] | undefined, limit: number): Promise<FindingRow[]> {
  const rules = filter.rule === undefined ? RULES : [filter.rule];
  const from = after === undefined ? 0 : Math.max(0, rules.indexOf(after[0] as RuleName));
  const found: FindingRow[] = [];
  for (const rule of rules.slice(from)) {
    const place = after !== undefined && rule === after[0] ? sql`and (position, id) > (${after[1]}::int, ${after[2]}::text)` : sql``;
    const { rows } = await sql<FindingRow>`
      select ${COLUMNS} from finding where ${where(workspaceId, { ...filter, rule })} ${place} order by position, id limit ${limit - found.length}`.execute(tx);
    found.push(...rows);
    if (found.length >= limit) break;
  }
  return found;
}

/** All findings of one item, in the order of the rules. */
export async function listFindingsOfItem(tx: Tx, workspaceId: string, itemId: string): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`select ${COLUMNS} from finding where workspace_id = ${workspaceId} and item_id = ${itemId} limit 100`.execute(tx);
  return rows.sort((a, b) => RULES.indexOf(a.rule) - RULES.indexOf(b.rule) || a.position - b.position);
}

export async function countFindings(tx: Tx, workspaceId: string, filter: FindingFilter): Promise<number> {
  return (await sql<{ count: number }>`select count(*)::int as count from finding where ${where(workspaceId, filter)}`.execute(tx)).rows[0]!.count;
}

/** Sets the state of every finding of one case: an answer to one is an answer to all that say the same. */
export async function setFindingState(tx: Tx, workspaceId: string, rule: string, suppressionKey: string, state: FindingState): Promise<string[]> {
  const { rows } = await sql<{ item_id: string | null }>`
    update finding set state = ${state} where workspace_id = ${workspaceId} and rule = ${rule} and suppression_key = ${suppressionKey} returning item_id`.execute(tx);
  return rows.flatMap(({ item_id }) => (item_id === null ? [] : [item_id]));
}

/** Counts of findings by rule and state. */
export async function countFindingsByRule(tx: Tx, workspaceId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ rule: string; count: number }>`
    select rule, count(*)::int as count from finding where workspace_id = ${workspaceId} and state = 'standing' group by rule`.execute(tx);
  return new Map(rows.map(({ rule, count }) => [rule, count]));
}
