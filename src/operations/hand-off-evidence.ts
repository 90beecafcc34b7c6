// What a line decision rested on, for the brief that is made from it: the one that waits this week, or one that was taken.
import type { Kind } from '../domain/attention/kinds.ts';
import type { Evidence } from '../domain/line/brief-figures.ts';
import { byDay } from '../domain/line/carry.ts';
import { LINE_KINDS } from '../domain/line/charter.ts';
import { patternsIn, patternWords, PATTERN_DAYS } from '../domain/line/rule-of-three.ts';
import { addDays } from '../domain/kernel/instant.ts';
import { listDecisions } from '../store/line.ts';
import { carriesOf } from './carry-view.ts';
import type { Context } from './context.ts';
import { decisionsOf } from './line-view.ts';

/** A decision is looked for so far back; its carries are at most six weeks older. */
const BACK_DAYS = 366;

/** The kind of a decision and its carries, in order of their days; undefined where none of that name waits or was taken. */
export async function evidenceOf(context: Context, decision: string): Promise<{ kind: Kind; evidence: Evidence } | undefined> {
  const { tx, asker, today } = context;
  const waiting = patternsIn(await carriesOf(context, PATTERN_DAYS), await decisionsOf(context), today).find((each) => each.decision === decision);
  if (waiting !== undefined) return { kind: waiting.kind, evidence: { decision, says: patternWords(waiting), carries: waiting.carries } };
  const taken = (await listDecisions(tx, asker, addDays(today, -BACK_DAYS))).map((row) => row.decision as { decision: string; kind: string; says: string; carries: string[] }).findLast((each) => each.decision === decision);
  const kind = LINE_KINDS.find((each) => each === taken?.kind);
  if (taken === undefined || kind === undefined) return undefined;
  const rested = new Set(taken.carries);
  const carries = (await carriesOf(context, BACK_DAYS + PATTERN_DAYS)).filter(({ id }) => rested.has(id)).sort(byDay);
  return { kind, evidence: { decision, says: taken.says.replace(/ Should it be yours next time\?$/u, ''), carries } };
}
