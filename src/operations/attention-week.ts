// `attention.week`: the week as one document, beside the weeks before. Gathers what the rules say; decides no number of its own.
import type { OutputOf } from '../contract/index.ts';
import { BENCHMARKS } from '../domain/attention/benchmarks.ts';
import { kindNamed } from '../domain/attention/kinds.ts';
import type { Totals } from '../domain/attention/minutes/ledger.ts';
import { tidy, totalsOf } from '../domain/attention/minutes/ledger.ts';
import { sortMinutes, WITH_CUSTOMERS, type KindMinutes, type Sorted } from '../domain/attention/minutes/kind-minutes.ts';
import { factsOf, namesPeople } from '../domain/attention/signals/facts.ts';
import { signalsOf } from '../domain/attention/signals/signals.ts';
import type { WeekMinutes } from '../domain/attention/week.ts';
import { weekStart } from '../domain/kernel/calendar.ts';
import { addDays, daysBetween, startOfDay, type Day } from '../domain/kernel/instant.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { findTimer } from '../store/attention-entry.ts';
import { calendarStates, type LedgerContext } from './attention-calendar.ts';
import { timerShown } from './attention-entry-shown.ts';
import { memberLedger, spanOf, type DayRange, type MemberLedger } from './attention-ledger.ts';
import { countOpenQuestions } from './attention-questions.ts';
import { signalWords } from './attention-words.ts';
import { missingFrom, usualOf, weekSentences } from './attention-week-words.ts';
import type { Handlers } from './context.ts';

type WeekShown = OutputOf<'attention.week'>;

/** Whole weeks that are read so that a trend may be seen; more when more are shown. */
const WHOLE_WEEKS_READ = 12;
const MOST_DAYS = 1_100;

/** The days asked about: without any, this week up to today. Undefined, with a sentence, when they end before they begin. */
export function rangeAsked({ from, to }: { from?: Day | undefined; to?: Day | undefined }, today: Day): DayRange | string {
  const last = to ?? (from !== undefined && from > today ? addDays(weekStart(from), 6) : today);
  const range = { from: from ?? weekStart(last), to: last };
  if (range.to < range.from) return `These days end (${range.to}) before they begin (${range.from}).`;
  return daysBetween(startOfDay(range.from)!, startOfDay(range.to)!) > MOST_DAYS ? 'These days are more than three years; ask for fewer.' : range;
}

function minutesShown({ capacity, accounted, conflicting, private: unlooked, unaccounted }: Omit<Totals, 'byEvent'>) {
  return { capacityMinutes: capacity, accountedMinutes: accounted, conflictingMinutes: conflicting, privateMinutes: unlooked, unaccountedMinutes: unaccounted };
}

/** With customers may hold glue such as support: what is other core is core less the calls, research and partners that are core for this member. */
function split(sorted: Sorted, member: MemberLedger) {
  const customers = sorted.byKind.filter(({ kind }) => WITH_CUSTOMERS.has(kind));
  const core = customers.filter(({ kind }) => kind !== 'unsorted' && member.settings.groupOf(kind) === 'core');
  const confirmed = (rows: readonly KindMinutes[]): number => rows.reduce((sum, { confirmedMinutes }) => sum + confirmedMinutes, 0);
  return {
    withCustomersMinutes: sorted.withCustomers, otherCoreMinutes: tidy(Math.max(0, sorted.byGroup.core - core.reduce((sum, { minutes }) => sum + minutes, 0))), waterMinutes: sorted.water,
    confirmedWithCustomersMinutes: tidy(confirmed(customers)), confirmedOtherCoreMinutes: tidy(Math.max(0, sorted.confirmedByGroup.core - confirmed(core))),
  };
}

function kindShown({ kind, ...row }: KindMinutes, { settings }: MemberLedger): WeekShown['byKind'][number] {
  const grade = row.confirmedMinutes >= row.minutes ? 'declared' : row.confirmedMinutes === 0 ? 'estimated' : 'mixed';
  return kind === 'unsorted' ? { kind, name: 'Unsorted', group: 'unsorted', grade: 'estimated', ...row } : { kind, name: kindNamed(kind).name, group: settings.groupOf(kind), grade, ...row };
}

function weekShown(week: WeekMinutes, known: boolean, member: MemberLedger): WeekShown['weeks'][number] {
  return {
    from: week.from, to: week.to, whole: week.whole, known, ...minutesShown(week), byGroup: week.byGroup, confirmedByGroup: week.confirmedByGroup, ...split(week, member), eightyTwenty: week.eightyTwenty,
  };
}

/** Start of the first week of which anything is known: weeks before a calendar begins are no empty weeks. */
function knownFrom({ ledger, weeks }: MemberLedger): number {
  const first = Math.min(...ledger.counted.filter(({ role }) => role !== 'off').flatMap(({ spans }) => spans.map(({ start }) => start)), Infinity);
  return weeks.find(({ end }) => end > first)?.start ?? Infinity;
}

function leftOutOf({ ledger: { dropped, allDay, counted }, notHeld }: MemberLedger): WeekShown['leftOut'] {
  const { cancelled, declined, free, birthday, twice } = dropped;
  const having = (wanted: 'private' | 'off'): number => counted.filter(({ role }) => role === wanted).length;
  return { cancelled, declined, free, workingLocation: dropped['working-location'], birthday, twice, allDay, private: having('private'), timeOff: having('off'), notHeld };
}

/** The document for the days asked about and `weeks` weeks up to their end. */
async function weekDocument(context: LedgerContext, asked: DayRange, weeks: number): Promise<WeekShown> {
  const { tx, asker, now } = context;
  const behind = addDays(weekStart(asked.to), -7 * Math.max(weeks - 1, WHOLE_WEEKS_READ));
  const member = await memberLedger(context, { from: asked.from < behind ? weekStart(asked.from) : behind, to: asked.to });
  const totals = totalsOf(member.ledger, spanOf(asked, member.clock));
  const sorted = sortMinutes(member.ledger.counted, totals.byEvent, member.accuracy.errorShare);
  const known = knownFrom(member);
  const knownWeeks = member.weeks.filter(({ start }) => start >= known);
  const facts = factsOf(member.ledger, { ...member.range, clock: member.clock, hours: member.hours });
  const states = await calendarStates(context);
  const people = namesPeople(member.ledger);
  const inside = member.ledger.counted.filter((_, at) => totals.byEvent[at]! > 0);
  const timer = await findTimer(tx, asker);
  const says = { ...asked, hours: member.hoursText, ...minutesShown(totals), withCustomersMinutes: sorted.withCustomers, waterMinutes: sorted.water, eightyTwenty: sorted.eightyTwenty };
  return {
    ...asked, timeZone: member.timeZone, hours: member.hoursText, people, sentences: weekSentences(says, member, states, people), ...minutesShown(totals), byGroup: sorted.byGroup, confirmedByGroup: sorted.confirmedByGroup,
    byKind: sorted.byKind.map((row) => kindShown(row, member)), ...split(sorted, member), eightyTwenty: sorted.eightyTwenty,
    weeks: member.weeks.slice(-weeks).map((week) => weekShown(week, week.start >= known, member)), usual: usualOf(knownWeeks),
    signals: signalsOf(facts, knownWeeks).map((signal) => ({ ...signal, weeks: [...signal.weeks].slice(-weeks), says: signalWords(signal) })), context: [...BENCHMARKS], accuracy: member.accuracy,
    calendars: states.map(({ stale: _stale, ...state }) => state), missing: missingFrom(member, states, people), leftOut: leftOutOf(member), entries: inside.filter(({ role }) => role === 'entry').length,
    activity: inside.filter(({ role }) => role === 'activity').length, questions: await countOpenQuestions(context, member), ...(timer === undefined ? {} : { timer: timerShown(timer, now) }),
  };
}

export const attentionWeekHandlers: Pick<Handlers, 'attention.week'> = {
  async 'attention.week'(given, context) {
    const range = rangeAsked(given, context.today);
    return typeof range === 'string' ? refused('attention_unfit', { sentence: range }) : granted(await weekDocument(context, range, given.weeks));
  },
};
