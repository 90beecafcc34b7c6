// Whether a booked meeting was held, and which meetings defended an approved bet once more; the hours of the latter are summed bet by bet.
import type { OutputOf } from '../contract/index.ts';
import { attendanceClass } from '../domain/attention/minutes/attendance.ts';
import { tidy } from '../domain/attention/minutes/ledger.ts';
import { localDay } from '../domain/attention/working-hours.ts';
import { granted, refused, type Ruling } from '../domain/kernel/ruling.ts';
import { insertAttentionCorrection, setCorrectionUndone } from '../store/attention.ts';
import { deleteHeld, listHeld, saveHeld, type HeldRow } from '../store/attention-said.ts';
import { findBet, listBets } from '../store/bet.ts';
import { instantOf, timeText } from '../store/schema.ts';
import type { LedgerContext } from './attention-calendar.ts';
import { correctionRow } from './attention-correction.ts';
import { correctionRange, eventNamed, eventShown, sameEvent, type FoundEvent } from './attention-event.ts';
import { memberLedger, type MemberLedger } from './attention-ledger.ts';
import { instanceOf } from './attention-memory.ts';
import { hourWords } from './attention-words.ts';
import type { Handlers } from './context.ts';

type Defended = OutputOf<'attention.defended'>['bets'][number];

/** A meeting of a calendar that takes up time; entries, sessions and private events are none. */
async function meetingNamed(context: LedgerContext, reference: string): Promise<Ruling<FoundEvent, 'not_found' | 'event_private' | 'attention_unfit'>> {
  const found = await eventNamed(context, reference, await memberLedger(context, correctionRange(context.today)));
  if (found === undefined) return refused('not_found', { kind: 'event', reference });
  if (found.counted.role === 'private') return refused('event_private');
  return found.counted.role === 'meeting' || found.counted.role === 'focus' ? granted(found) : refused('attention_unfit', { sentence: 'Only what stands in a calendar can be asked that; this is an entry or activity of your own.' });
}

/** What was said not to be held stands in no ledger: it is known by what was said of it. */
function notHeldNamed(rows: readonly HeldRow[], reference: string): HeldRow | undefined {
  return rows.find(({ series, instance, held }) => !held && sameEvent(reference, { series, start: 0, ...(instance === '' ? {} : { recurrenceId: instantOf(instance) }) }));
}

export const attentionHeldHandlers: Pick<Handlers, 'attention.held' | 'attention.defend' | 'attention.defended'> = {
  async 'attention.held'(given, context) {
    const { tx, asker, now } = context;
    const away = notHeldNamed(await listHeld(tx, asker), given.event);
    if (away !== undefined) {
      if (given.held === null) await deleteHeld(tx, asker, away.series, away.instance);
      else await saveHeld(tx, { ...away, held: given.held, said_at: timeText(now) });
      return granted({ event: given.event, held: given.held, says: heldSays(given.held), undo: { operation: 'attention.held', input: { event: given.event, held: false } } });
    }
    const found = await meetingNamed(context, given.event);
    if (!found.ok) return found;
    const { event, answer } = found.value.counted;
    if (event.start > now && given.held !== null) return refused('attention_unfit', { sentence: 'It has not begun yet.' });
    const before = found.value.member.memory.heldOf(event) ?? null;
    if (given.held === null) await deleteHeld(tx, asker, event.series, instanceOf(event));
    else await saveHeld(tx, { workspace_id: asker.workspaceId, member_id: asker.memberId, series: event.series, instance: instanceOf(event), held: given.held, class: attendanceClass(answer, event.recurring), said_at: timeText(now) });
    return granted({ event: given.event, held: given.held, says: heldSays(given.held), undo: { operation: 'attention.held', input: { event: given.event, held: before } } });
  },

  async 'attention.defend'(given, context) {
    const { tx, asker, now } = context;
    const bet = given.bet === null ? undefined : await findBet(tx, asker.workspaceId, given.bet);
    if (given.bet !== null && bet === undefined) return refused('not_found', { kind: 'bet', reference: given.bet });
    const found = await meetingNamed(context, given.event);
    if (!found.ok) return found;
    if (bet !== undefined && bet.placed_at === null) return refused('attention_unfit', { sentence: `${bet.key} is still a draft: what was not approved yet cannot be defended again.` });
    const { event } = found.value.counted;
    const marks = found.value.member.memory.corrections.filter((row) => row.bet_id !== null && row.series === event.series && row.instance === instanceOf(event));
    for (const mark of marks) await setCorrectionUndone(tx, asker, mark.id, now);
    if (bet !== undefined) await insertAttentionCorrection(tx, correctionRow(context, found.value, 'exec_defence', 'event', bet.id));
    const after = (await eventNamed(context, given.event, await memberLedger(context, correctionRange(context.today)))) ?? found.value;
    const says = bet === undefined ? 'It is no longer marked as defending a bet.' : `Counted as defending ${bet.key} once more.`;
    return granted({
      event: eventShown(after, after.member.totals.byEvent[after.at]!, new Map(bet === undefined ? [] : [[bet.id, bet.key]])), says, undo: { operation: 'attention.defend', input: { event: given.event, bet: marks.at(-1)?.bet_id ?? null } },
    });
  },

  async 'attention.defended'(given, context) {
    const { tx, asker } = context;
    const probe = await memberLedger(context, { from: context.today, to: context.today });
    const marks = probe.memory.corrections.filter(({ bet_id }) => bet_id !== null).map(({ starts_at }) => localDay(instantOf(starts_at), probe.clock)).sort();
    const [first, last] = [marks[0], marks.at(-1)];
    if (first === undefined || last === undefined) return granted({ minutes: 0, bets: [], says: 'No meeting is marked as defending a bet that had been approved.' });
    const member = await memberLedger(context, { from: given.from ?? first, to: given.to ?? (last > context.today ? last : context.today) });
    const bets = (await listBets(tx, asker.workspaceId)).flatMap((bet) => defendedOf(member, bet)).sort((a, b) => b.minutes - a.minutes);
    const minutes = tidy(bets.reduce((sum, bet) => sum + bet.minutes, 0));
    const says = bets.length === 0 ? 'In these days no meeting is marked as defending a bet that had been approved.' : `${hourWords(minutes)} went into defending ${bets.length === 1 ? 'one bet' : `${bets.length} bets`} that had been approved.`;
    return granted({ minutes, bets, says });
  },
};

function heldSays(held: boolean | null): string {
  return held === null ? 'Nothing is said of it; it counts by your answer to the invitation.' : held ? 'It was held and counts in full.' : 'It was not held and takes up no time.';
}

function defendedOf(member: MemberLedger, { id, key, claim }: { id: string; key: string; claim: string }): Defended[] {
  const found = member.ledger.counted.flatMap((counted, at) => (counted.label.kind === 'exec_defence' && counted.role === 'meeting' && member.memory.betOf(counted.event) === id ? [{ member, at, counted }] : []));
  if (found.length === 0) return [];
  const keys = new Map([[id, key]]);
  return [{
    id, key, claim, minutes: tidy(found.reduce((sum, { at }) => sum + member.totals.byEvent[at]!, 0)), meetings: found.length,
    events: found.map((row) => eventShown(row, member.totals.byEvent[row.at]!, keys)),
  }];
}
