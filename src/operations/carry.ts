// Carries written down, changed and removed. What a line did not say is left out; a kind that was guessed is marked as one.
import type { GivenTo } from '../contract/index.ts';
import { kindNamed, type Kind } from '../domain/attention/kinds.ts';
import { MOST_MINUTES } from '../domain/line/carry.ts';
import { carryWords } from '../domain/line/carry-words.ts';
import { readCarryLine, type LineRead } from '../domain/line/carry-line.ts';
import { guessKind } from '../domain/line/guess-kind.ts';
import { counted, dayWords, timeWords } from '../domain/line/words.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findBet } from '../store/bet.ts';
import { deleteCarry, findCarry, findCarryOfEvent, insertCarry, listCarries, sumCarries, updateCarry, type CarryRow } from '../store/carry.ts';
import { findGoal } from '../store/goal.ts';
import { timeText } from '../store/schema.ts';
import { eventNamed, kindShownOf } from './attention-event.ts';
import { localDay } from '../domain/attention/working-hours.ts';
import { carryOf, showCarries } from './carry-view.ts';
import type { Context, Handlers } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { itemNamed } from './item-shown.ts';

const missing = (reference: string) => refused('not_found', { kind: 'carry', reference });

/** What a carry hangs on, by id. */
async function linksOf({ tx, asker }: Context, given: { readonly bet?: string | undefined; readonly goal?: string | undefined; readonly item?: string | undefined }) {
  const bet = given.bet === undefined ? undefined : await findBet(tx, asker.workspaceId, given.bet);
  if (given.bet !== undefined && bet === undefined) return refused('not_found', { kind: 'bet', reference: given.bet });
  const goal = given.goal === undefined ? undefined : await findGoal(tx, asker.workspaceId, given.goal);
  if (given.goal !== undefined && goal === undefined) return refused('not_found', { kind: 'goal', reference: given.goal });
  const item = given.item === undefined ? undefined : await itemNamed({ tx, asker }, given.item);
  if (item !== undefined && !item.ok) return refused('not_found', { kind: 'item', reference: given.item });
  return granted({ ...(bet ? { bet_id: bet.id } : {}), ...(goal ? { goal_id: goal.id } : {}), ...(item ? { item_id: item.value.id } : {}) });
}

/** What a caller is told of one carry: itself, and how it reads. */
async function answer(context: Context, row: CarryRow, undo: { operation: string; input: Record<string, unknown> }, read?: LineRead) {
  const [carry] = await showCarries(context, [row]);
  const says = carryWords(carryOf(row)!, row.kind_guessed, context.today);
  return granted({ carry: carry!, says, ...(read === undefined ? {} : { reading: { parts: read.parts.map((part) => ({ ...part })) } }), undo });
}

interface Fresh extends Partial<Omit<CarryRow, 'kind' | 'minutes' | 'what'>> { readonly kind: Kind; readonly minutes: number; readonly what: string }

async function written(context: Context, fresh: Fresh, read?: LineRead) {
  const { tx, asker, now, today } = context;
  const at = timeText(now);
  const row: CarryRow = {
    workspace_id: asker.workspaceId, member_id: asker.memberId, id: context.newId('carry'), on_day: today, kind_guessed: false, asked_by: null, topic: null, reason: null, mode: null, seen_by: null, if_left: null,
    bet_id: null, goal_id: null, item_id: null, event: null, created_at: at, updated_at: at, ...fresh,
  };
  await insertCarry(tx, row);
  return answer(context, row, { operation: 'carry.remove', input: { carry: row.id } }, read);
}

/** Columns of what was given; what was not is absent. */
function columnsOf(given: Pick<GivenTo<'carry.add'>, 'askedBy' | 'topic' | 'reason' | 'mode' | 'seenBy' | 'ifLeft'>) {
  const { askedBy, topic, reason, mode, seenBy, ifLeft } = given;
  const columns = { asked_by: askedBy, topic, reason, mode, seen_by: seenBy, if_left: ifLeft };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<Pick<CarryRow, 'asked_by' | 'topic' | 'reason' | 'mode' | 'seen_by' | 'if_left'>>;
}

async function known(context: Context, event: string | undefined) {
  const row = event === undefined ? undefined : await findCarryOfEvent(context.tx, context.asker, event);
  return row && refused('carry_exists', { minutes: timeWords(row.minutes), on: dayWords(row.on_day), carry: row.id });
}

/** The request that writes a removed carry down again. */
function againFrom(row: CarryRow): Record<string, unknown> {
  const input = {
    what: row.what, minutes: row.minutes, kind: row.kind, on: row.on_day, askedBy: row.asked_by, topic: row.topic, reason: row.reason, mode: row.mode, seenBy: row.seen_by, ifLeft: row.if_left,
    bet: row.bet_id, goal: row.goal_id, item: row.item_id, event: row.event,
  };
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

type Names = 'carry.add' | 'carry.from_event' | 'carry.list' | 'carry.change' | 'carry.remove';

export const carryHandlers: Pick<Handlers, Names> = {
  async 'carry.add'(given, context) {
    const whole = given.minutes !== undefined && given.kind !== undefined;
    const line = whole ? undefined : readCarryLine(given.what, context.today);
    const minutes = given.minutes ?? line?.minutes;
    if (minutes === undefined) return refused('carry_unclear', { what: 'How long did it take?' });
    const what = line === undefined ? given.what : line.what;
    if (what === '') return refused('carry_unclear', { what: 'What was it?' });
    const said = { ...line, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) } as Partial<LineRead> & typeof given;
    const guess = given.kind === undefined && line?.kind === undefined ? guessKind(what, said.askedBy) : undefined;
    const kind = given.kind ?? line?.kind ?? guess?.kind;
    if (kind === undefined) return refused('carry_unclear', { what: `Cannot tell what kind of work “${what}” was; say it with #, such as ${guess!.likely.map((each) => `#${each}`).join(', ')}.` });
    const links = await linksOf(context, { bet: given.bet ?? line?.bet, goal: given.goal, item: given.item });
    if (!links.ok) return links;
    const exists = await known(context, given.event);
    if (exists) return exists;
    const on = given.on ?? line?.on ?? context.today;
    if (on > context.today) return refused('carry_unclear', { what: `${dayWords(on, true)} has not come yet; a carry is something that was done.` });
    return written(context, { kind, kind_guessed: guess !== undefined, minutes, what, on_day: on, ...columnsOf(said), ...links.value, event: given.event ?? null }, line);
  },

  async 'carry.from_event'(given, context) {
    const exists = await known(context, given.event);
    if (exists) return exists;
    const found = await eventNamed(context, given.event);
    if (found === undefined || found.counted.role === 'private' || found.counted.role === 'off') return refused('not_found', { kind: 'event', reference: given.event });
    const { counted: event, member, at } = found;
    const shown = kindShownOf(event);
    const what = given.what ?? (event.event.summary.trim() || 'An event without a title');
    const kind = given.kind ?? (shown === 'ooo' ? undefined : shown);
    if (kind === undefined) return refused('carry_unclear', { what: `Cannot tell what kind of work “${what}” was; say its kind.` });
    const links = await linksOf(context, given);
    if (!links.ok) return links;
    const spent = Math.round(member.totals.byEvent[at] ?? 0) || Math.round((event.event.end - event.event.start) / 60_000);
    const minutes = given.minutes ?? Math.min(MOST_MINUTES, Math.max(1, spent));
    return written(context, { kind, kind_guessed: given.kind === undefined && !event.label.confirmed, minutes, what: what.slice(0, 1000), on_day: localDay(event.event.start, member.clock), ...columnsOf(given), ...links.value, event: given.event });
  },

  async 'carry.list'(given, context) {
    const { tx, asker } = context;
    const after = readCursor('carry.list', given, 2);
    if (after === 'bad') return refused('bad_cursor');
    const place = after && { on: String(after[0]), id: String(after[1]) };
    const rows = await listCarries(tx, asker, given, given.limit + 1, place);
    const page = rows.slice(0, given.limit);
    const { count, minutes, pressed } = await sumCarries(tx, asker, given);
    const last = page.at(-1);
    const says = count === 0 ? 'No carry is written down here. One line is enough: carry add "45m deck for Northwind, asked by sales".' : `${counted(count, 'carry', 'carries')}, ${timeWords(minutes)}; ${timeWords(pressed)} of it pressed.`;
    return granted({ says, carries: await showCarries(context, page), total: count, totalMinutes: minutes, pressedMinutes: pressed, ...(rows.length > page.length && last ? { nextCursor: writeCursor('carry.list', given, [last.on_day, last.id]) } : {}) });
  },

  async 'carry.change'(given, context) {
    const { tx, asker, now } = context;
    const row = await findCarry(tx, asker, given.carry);
    if (!row) return missing(given.carry);
    const links = await linksOf(context, given);
    if (!links.ok) return links;
    const clears = { askedBy: 'asked_by', topic: 'topic', reason: 'reason', mode: 'mode', seenBy: 'seen_by', ifLeft: 'if_left', bet: 'bet_id', goal: 'goal_id', item: 'item_id' } as const;
    const change: Partial<CarryRow> = {
      ...Object.fromEntries((given.clear ?? []).map((field) => [clears[field], null])), ...(given.what === undefined ? {} : { what: given.what }), ...(given.minutes === undefined ? {} : { minutes: given.minutes }),
      ...(given.kind === undefined ? {} : { kind: given.kind, kind_guessed: false }), ...(given.on === undefined ? {} : { on_day: given.on }), ...columnsOf(given), ...links.value, updated_at: timeText(now),
    };
    await updateCarry(tx, asker, row.id, change);
    const { event: _event, ...before } = againFrom(row);
    const empty = Object.entries(clears).filter(([, column]) => row[column] === null).map(([field]) => field);
    return answer(context, { ...row, ...change }, { operation: 'carry.change', input: { carry: row.id, ...before, ...(empty.length > 0 ? { clear: empty } : {}) } });
  },

  async 'carry.remove'(given, { tx, asker }) {
    const row = await findCarry(tx, asker, given.carry);
    if (!row) return missing(given.carry);
    await deleteCarry(tx, asker, row.id);
    return granted({ removed: row.id, says: `Removed: ${timeWords(row.minutes)} of ${kindNamed(row.kind)?.name ?? row.kind}, ${row.what}.`, undo: { operation: 'carry.add', input: againFrom(row) } });
  },
};
