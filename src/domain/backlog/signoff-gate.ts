// Which stretches of one item's status history were spent waiting for somebody's sign-off. Reads status names, the assignee and who
// moved the item on; a bare "review" counts only when the approver is named, because engineers review code too.
import type { Change, Item } from './item.ts';
import { workingSeconds } from './signoff-time.ts';
import { NEVER, closedAt, secondOf } from './touches.ts';

const SIGN_OFF = /\b(?:approv(?:al|e)|acceptance|accepting|uat|po|sign(?:ed)?[ -]?off|ready for pm|pm review|product review|po review|business review|stakeholder review)\b/i;
const REVIEW = /\breview(?:ing)?\b/i;
const NOT_SIGN_OFF = /\b(?:code|peer|pr|tech(?:nical)?|security|design)[ -]review\b|\b(?:approved|accepted|signed[ -]off)\b/i;
const STATUS_FIELD = /^(?:status|state|list|column|workflow state)$/i;

/** `sign_off` by its own name, `review` when only the approver can tell, undefined for any other state. */
export function gateKind(status: string): 'sign_off' | 'review' | undefined {
  if (NOT_SIGN_OFF.test(status)) return undefined;
  return SIGN_OFF.test(status) ? 'sign_off' : REVIEW.test(status) ? 'review' : undefined;
}

export interface GatePassage {
  /** Working seconds in gate states. */
  readonly wait: number;
  /** Working seconds from the first move to the end, or to the last known event for an open item. */
  readonly cycle: number;
  /** Second of closing; `NEVER` while open. */
  readonly ended: number;
  /** True when any gate state was entered. */
  readonly gated: boolean;
  /** The gate state the item waits in now, with the second it came there. */
  readonly waiting?: { readonly state: string; readonly since: number };
  /** A bare review was seen and no approver is named: nobody can tell whose wait it is. */
  readonly unclear: boolean;
}

/** Undefined where the item has no status history or was closed at an unknown time. `approvers` are ids or names in lower case. */
export function gatePassage(item: Item, approvers: ReadonlySet<string>): GatePassage | undefined {
  const moves = (item.history ?? []).filter((change) => STATUS_FIELD.test(change.field) && secondOf(change.at) !== NEVER);
  const ended = closedAt(item);
  if (moves.length === 0 || (item.statusClass !== 'open' && ended === NEVER)) return undefined;
  let wait = 0;
  let gated = false;
  let unclear = false;
  let waiting: GatePassage['waiting'];
  moves.forEach((move, i) => {
    const kind = move.to === undefined ? undefined : gateKind(move.to);
    if (kind === undefined) return;
    if (kind === 'review' && approvers.size === 0) unclear = true;
    if (!concernsApprover(item, kind, moves[i + 1], approvers)) return;
    const since = secondOf(move.at);
    const until = i + 1 < moves.length ? secondOf(moves[i + 1]!.at) : ended;
    gated = true;
    if (until !== NEVER) wait += workingSeconds(since, Math.min(until, ended));
    else if (item.statusClass === 'open') waiting = { state: move.to!, since };
  });
  const start = secondOf(moves.length > 1 ? moves[0]!.at : (item.created ?? moves[0]!.at));
  const cycle = ended === NEVER ? 0 : workingSeconds(start, ended);
  return { wait, cycle, ended, gated, unclear, ...(waiting === undefined ? {} : { waiting }) };
}

function concernsApprover(item: Item, kind: 'sign_off' | 'review', next: Change | undefined, approvers: ReadonlySet<string>): boolean {
  if (approvers.size === 0) return kind === 'sign_off';
  const named = (person: { readonly id: string; readonly name?: string } | undefined): boolean =>
    person !== undefined && (approvers.has(person.id.toLowerCase()) || (person.name !== undefined && approvers.has(person.name.toLowerCase())));
  return next === undefined ? named(item.assignee) : named(next.by) || named(item.assignee);
}
