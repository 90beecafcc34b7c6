// The audit of a workspace: rows in, one answer out, with a standing for every item. Runs inside the judging thread; knows no
// database.
import { startAudit, type JudgedItem } from '../domain/backlog/audit.ts';
import { originOf, RuleBook, UNKNOWN_ORIGIN } from '../domain/backlog/lineage-rules.ts';
import type { ItemStanding } from '../store/audit.ts';
import { itemOfRow, type WholeRow } from '../store/item-whole.ts';
import { timeText } from '../store/schema.ts';
import type { AuditAnswer, AuditThreadStart, WorkspaceBucket } from './audit-messages.ts';

export interface Judging {
  add(rows: readonly WholeRow[]): void;
  finish(): AuditAnswer;
}

export function startJudging({ today, asOf, settings, inputs, origins }: AuditThreadStart): Judging {
  const judged = new Map<string, JudgedItem>();
  let leadsTo: (key: string) => string | undefined = () => undefined;
  const { graph, rules, links, declined } = inputs;
  const audit = startAudit({
    today, settings, ...(asOf === undefined ? {} : { asOf }), ...(graph.goal === undefined ? {} : { goal: graph.goal.statement }),
    lineage: { graph, rules, origins, linksOf: (key) => links.get(key) ?? [], declined: (item, target) => declined.has(`${item}\n${target}`) },
    onOpenItem: (item) => void judged.set(item.key, item), onPaths: (found) => { leadsTo = found; },
  });
  const book = new RuleBook(rules);
  const idOf = new Map<string, string>();
  const seen: { id: string; key: string; origin: string | null }[] = [];
  return {
    add(rows) {
      for (const row of rows) {
        const item = itemOfRow(row);
        if (idOf.has(item.key)) continue;
        idOf.set(item.key, row.id);
        const origin = originOf(item, book.matching(item), origins);
        seen.push({ id: row.id, key: item.key, origin: origin === UNKNOWN_ORIGIN ? null : origin });
        audit.add(item);
      }
    },
    finish() {
      const { groupHeads: _heads, ...result } = audit.finish();
      const buckets = result.untouched.buckets.map(({ from, to }): WorkspaceBucket => ({ from, ...(to === undefined ? {} : { to }), goal: 0, lightsOn: 0, none: 0, agedOut: 0 }));
      const standings = seen.map(({ id, key, origin }): ItemStanding => {
        const item = judged.get(key);
        const target = leadsTo(key) ?? null;
        if (item === undefined) return { id, touchedAt: null, lineage: target === null ? 'none' : 'goal', leadsTo: target, origin, agedOut: false };
        count(buckets, item);
        return { id, touchedAt: item.lastTouch === undefined ? null : timeText(item.lastTouch), lineage: item.lineage, leadsTo: target, origin, agedOut: item.agedOut };
      });
      return { result, buckets, standings, idOf };
    },
  };
}

/** An item of unknown age is in no bucket. What only its wording links is not linked yet. */
function count(buckets: readonly WorkspaceBucket[], item: JudgedItem): void {
  if (item.untouchedDays === undefined) return;
  const bucket = buckets.findLast(({ from }) => from <= item.untouchedDays!);
  if (bucket === undefined) return;
  if (item.agedOut) bucket.agedOut++;
  else if (item.lineage === 'goal') bucket.goal++;
  else if (item.lineage === 'lights_on') bucket.lightsOn++;
  else bucket.none++;
}
