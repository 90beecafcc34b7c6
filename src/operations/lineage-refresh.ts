// Follows items to the goal again after a link, a rule, a problem, a bet or the goal itself changed. Uses the audit's own rule, without
// the wording: what only wording suggests stays suggested until the next audit.
import { startLineage, type LineageState } from '../domain/backlog/lineage.ts';
import { originOf, RuleBook, UNKNOWN_ORIGIN } from '../domain/backlog/lineage-rules.ts';
import type { Item } from '../domain/backlog/item.ts';
import { getLineageInputs, type LineageInputs } from '../store/audit-input.ts';
import { getProduct } from '../store/goal.ts';
import { countLineage, findPathRows, findPathRowsByKey, keepPoint, listChildren, listPathRows, updateLeading, type Leading, type PathRow } from '../store/lineage.ts';
import { getRuleSettings } from '../store/rule.ts';
import type { Tx } from '../store/schema.ts';
import type { Context } from './context.ts';

/** Rows of one page of a walk over a whole backlog. */
const PAGE = 5000;
/** A chain of parents longer than this is a circle or a mistake. */
const MOST_LEVELS = 12;

/** Refreshes some items with everything under them, or `all`; keeps today's point of the trend. Returns how many items changed. */
export async function refreshLineage(context: Context, which: 'all' | readonly string[]): Promise<number> {
  const { tx, asker } = context;
  const changed = await refreshItems(tx, asker.workspaceId, which);
  const product = await getProduct(tx, asker.workspaceId);
  await keepPoint(tx, asker.workspaceId, product.id, context.today, await countLineage(tx, asker.workspaceId));
  return changed;
}

/** The same without the trend, for work that has no asker, such as an audit. */
export async function refreshItems(tx: Tx, workspaceId: string, which: 'all' | readonly string[]): Promise<number> {
  const inputs = await getLineageInputs(tx, workspaceId);
  const { origins } = await getRuleSettings(tx, workspaceId);
  const rows = which === 'all' ? await everyRow(tx, workspaceId) : await withKin(tx, workspaceId, await findPathRows(tx, workspaceId, which));
  const leading: Leading[] = [];
  for (const group of groups(rows)) leading.push(...follow(group, inputs, origins));
  return updateLeading(tx, workspaceId, leading);
}

function follow(rows: readonly PathRow[], inputs: LineageInputs, origins: ReadonlyMap<string, string>): Leading[] {
  const lineage = startLineage({ graph: inputs.graph, rules: inputs.rules, linksOf: (key) => inputs.links.get(key) ?? [], origins, targets: [], allowance: 1 });
  const book = new RuleBook(inputs.rules);
  const found: [PathRow, string][] = [];
  for (const row of rows) {
    const item = itemOf(row);
    lineage.add(item);
    found.push([row, originOf(item, book.matching(item), origins)]);
  }
  const result = lineage.finish();
  return found.map(([row, origin]) => ({
    id: row.id, leadsTo: result.pathOf(row.key)?.[0]?.id ?? null, origin: origin === UNKNOWN_ORIGIN ? null : origin,
    lineage: row.status_class === 'open' ? settled(result.stateOf(row.key), row) : result.pathOf(row.key) ? 'goal' : 'none',
  }));
}

/** Wording is not read here: an item it suggested before stays suggested while no path says more. */
function settled(state: LineageState, row: PathRow): LineageState {
  return state === 'none' && row.lineage === 'suggested' ? 'suggested' : state;
}

function itemOf(row: PathRow): Item {
  return {
    key: row.key, title: row.title, statusClass: row.status_class, labels: row.labels as string[], components: row.components as string[], links: [], sprints: [], comments: [],
    ...(row.container === null ? {} : { container: row.container }), ...(row.type === null ? {} : { type: row.type }), ...(row.parent_key === null ? {} : { parent: row.parent_key }),
    ...(row.author_id === null ? {} : { author: { id: row.author_id, ...(row.author_name === null ? {} : { name: row.author_name }) } }),
  };
}

async function everyRow(tx: Tx, workspaceId: string): Promise<PathRow[]> {
  const rows: PathRow[] = [];
  for (let after = ''; ;) {
    const page = await listPathRows(tx, workspaceId, after, PAGE);
    rows.push(...page);
    if (page.length < PAGE) return rows;
    after = page.at(-1)!.id;
  }
}

/** The rows, everything under them, and their parents upward: what a path of theirs may pass. */
async function withKin(tx: Tx, workspaceId: string, start: readonly PathRow[]): Promise<PathRow[]> {
  const known = new Map(start.map((row) => [row.id, row]));
  for (const sourceId of new Set(start.map((row) => row.source_id))) {
    let level = start.filter((row) => row.source_id === sourceId);
    for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth++) {
      level = take(known, await listChildren(tx, workspaceId, sourceId, level.map((row) => row.key)));
    }
    level = [...known.values()].filter((row) => row.source_id === sourceId);
    for (let height = 0; height < MOST_LEVELS && level.length > 0; height++) {
      const parents = [...new Set(level.flatMap((row) => row.parent_key ?? []))];
      level = take(known, await findPathRowsByKey(tx, workspaceId, sourceId, parents));
    }
  }
  return [...known.values()];
}

function take(known: Map<string, PathRow>, rows: readonly PathRow[]): PathRow[] {
  const fresh = rows.filter((row) => !known.has(row.id));
  for (const row of fresh) known.set(row.id, row);
  return fresh;
}

function groups(rows: readonly PathRow[]): PathRow[][] {
  const found = new Map<string, PathRow[]>();
  for (const row of rows) {
    const group = found.get(row.source_id);
    if (group) group.push(row);
    else found.set(row.source_id, [row]);
  }
  return [...found.values()];
}
