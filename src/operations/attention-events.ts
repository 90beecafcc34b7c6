// `attention.events` and `attention.event`: what a bar is made of, and why one event has its kind.
import type { GivenTo } from '../contract/index.ts';
import type { StructureReason } from '../domain/attention/classify/structure.ts';
import { ruleFor } from '../domain/attention/classify/rules.ts';
import { folded } from '../domain/attention/classify/words.ts';
import { kindNamed } from '../domain/attention/kinds.ts';
import { WITH_CUSTOMERS } from '../domain/attention/minutes/kind-minutes.ts';
import { tidy } from '../domain/attention/minutes/ledger.ts';
import { weekStart } from '../domain/kernel/calendar.ts';
import { localDay } from '../domain/attention/working-hours.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { timeText } from '../store/schema.ts';
import { betKeys, correctionRange, eventNamed, eventShown, groupShownOf, kindShownOf, type EventRow, type FoundEvent } from './attention-event.ts';
import { memberLedger, type MemberLedger } from './attention-ledger.ts';
import { rangeAsked } from './attention-week.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Handlers } from './context.ts';

/** Everything that counts in the days, by time; days off left out. */
function rowsOf(member: MemberLedger): FoundEvent[] {
  return member.ledger.counted.flatMap((counted, at) => (counted.role === 'off' ? [] : [{ member, at, counted }]))
    .sort((a, b) => a.counted.event.start - b.counted.event.start || a.counted.event.end - b.counted.event.end || a.at - b.at);
}

const PARTS: Readonly<Record<NonNullable<GivenTo<'attention.events'>['part']>, (kind: string, group: string) => boolean>> = {
  accounted: () => true,
  with_customers: (kind) => WITH_CUSTOMERS.has(kind),
  other_core: (kind, group) => group === 'core' && !WITH_CUSTOMERS.has(kind),
  other_water: (kind, group) => group === 'glue' && !WITH_CUSTOMERS.has(kind),
  rest: (_kind, group) => group === 'people' || group === 'growth' || group === 'neutral',
};

function fits({ counted }: FoundEvent, { kind, group, layer, confirmed, role, search, part }: GivenTo<'attention.events'>): boolean {
  const looked = counted.role !== 'private';
  if (role !== undefined ? counted.role !== role : !looked && (kind ?? group ?? layer ?? confirmed ?? search ?? part) !== undefined) return false;
  if (kind !== undefined && (kindShownOf(counted) ?? 'unsorted') !== kind) return false;
  if (group !== undefined && groupShownOf(counted) !== group) return false;
  if (part !== undefined && !PARTS[part](kindShownOf(counted) ?? 'unsorted', groupShownOf(counted))) return false;
  if (layer !== undefined && counted.label.layer !== layer) return false;
  if (confirmed !== undefined && counted.label.confirmed !== confirmed) return false;
  return search === undefined || (looked && folded(counted.event.summary).includes(folded(search)));
}

const BECAUSE: Readonly<Record<StructureReason, string>> = {
  'entry-type': 'the calendar itself says what kind of entry it is', 'incident-number': 'it names an incident', 'names-only': 'two people of the company meet again and again, and the title is their names', alone: 'nobody else is there',
  everybody: 'sixty people or more of the company are there', applicant: 'somebody with a private address is there, and the words are those of a job interview', 'manager-concern': 'it is a short talk with an engineering manager about a concern',
  'customer-domain': 'somebody from a customer is there', 'vendor-domain': 'somebody from a vendor is there', 'agency-domain': 'somebody from an agency is there', 'recruiter-domain': 'a recruiter is there', 'analyst-domain': 'an analyst is there',
  'sent-by-customer-team': 'sales, support or customer success sent it', 'customer-conference': 'the call is held at a customer’s address',
};

/** Why, in one sentence. */
function why(row: EventRow, words: readonly string[], because: StructureReason | undefined): string {
  const named = words.length === 0 ? '' : ` The words that spoke for it: ${words.map((word) => `“${word}”`).join(', ')}.`;
  const reason = because === undefined ? '' : ` And ${BECAUSE[because]}.`;
  switch (row.layer) {
    case 'event': return 'You said so of this event.';
    case 'series': return 'You said so of its series.';
    case 'rule': return 'A rule of yours says so.';
    case 'entry': return row.confirmed ? 'You wrote it down.' : 'You wrote it down; the kind was guessed from the words.';
    case 'activity': return 'It was told by what you did in the tracker.';
    case 'structure': return because === undefined ? `Who meets, how and how often says so.${named}` : `${BECAUSE[because].charAt(0).toUpperCase()}${BECAUSE[because].slice(1)}.${named}`;
    case 'unsorted': return row.group === 'unsorted' ? 'Cannot tell: no kind is likely enough. One tap settles it.' : `Cannot tell the kind, only the group.${named}`;
    default: return `Its title and circumstances are most like this kind.${named}${reason}`;
  }
}

/** How often the series met in the days of `member`, which reach two weeks ahead. */
function meets(member: MemberLedger, { counted: { event } }: FoundEvent, now: number) {
  const all = member.ledger.counted.flatMap((each, at) => (each.event.series === event.series ? [{ start: each.event.start, minutes: member.totals.byEvent[at]! }] : []));
  const past = all.filter(({ start }) => start <= now);
  const weeks = new Set(past.map(({ start }) => weekStart(localDay(start, member.clock)))).size;
  const next = all.map(({ start }) => start).filter((start) => start > now).sort((a, b) => a - b)[0];
  return { instances: all.length, weeks, weeklyMinutes: weeks === 0 ? 0 : tidy(past.reduce((sum, { minutes }) => sum + minutes, 0) / weeks), ...(next === undefined ? {} : { next: timeText(next) }) };
}

export const attentionEventHandlers: Pick<Handlers, 'attention.events' | 'attention.event'> = {
  async 'attention.events'(given, context) {
    const place = readCursor('attention.events', given, 2);
    if (place === 'bad') return refused('bad_cursor');
    const range = rangeAsked(given, context.today);
    if (typeof range === 'string') return refused('attention_unfit', { sentence: range });
    const member = await memberLedger(context, range);
    const minutes = member.totals.byEvent;
    const found = rowsOf(member).filter((row) => fits(row, given));
    const from = place === undefined ? 0 : found.findIndex(({ at, counted }) => counted.event.start > Number(place[0]) || (counted.event.start === Number(place[0]) && at > Number(place[1])));
    const shown = from < 0 ? [] : found.slice(from, from + given.limit);
    const bets = await betKeys(context, member);
    const last = shown.at(-1);
    return granted({
      events: shown.map((row) => eventShown(row, minutes[row.at]!, bets)), total: found.length, minutes: tidy(found.reduce((sum, { at }) => sum + minutes[at]!, 0)),
      nextCursor: last !== undefined && last !== found.at(-1) ? writeCursor('attention.events', given, [last.counted.event.start, last.at]) : undefined,
    });
  },

  async 'attention.event'({ event }, context) {
    const member = await memberLedger(context, correctionRange(context.today));
    const found = await eventNamed(context, event, member);
    if (found === undefined) return refused('not_found', { kind: 'event', reference: event });
    const { counted } = found;
    const row = eventShown(found, found.member.totals.byEvent[found.at]!, await betKeys(context, found.member));
    const own = counted.role === 'entry' || counted.role === 'activity' || counted.role === 'private';
    const reasons = own ? undefined : found.member.labelling.reasons(counted.event);
    const rule = reasons?.layer === 'rule' ? ruleFor(found.member.labelling.facts(counted.event), found.member.memory.rules) : undefined;
    const ruleId = rule === undefined ? undefined : found.member.memory.rules.find((each) => each === rule)?.id;
    return granted({
      event: row, words: [...(reasons?.words ?? [])], ...(reasons?.because === undefined ? {} : { because: BECAUSE[reasons.because] }), top3: (reasons?.top3 ?? []).map(({ kind, probability }) => ({ kind, name: kindNamed(kind).name, probability })),
      says: counted.role === 'private' ? 'A private event is not looked at: it has no kind, and it is in no total.' : why(row, reasons?.words ?? [], reasons?.because), ...(ruleId === undefined ? {} : { rule: ruleId }), meets: meets(member, found, context.now),
    });
  },
};
