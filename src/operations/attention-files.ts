// The stateless look at calendars: files or a text in, one document out. Keeps nothing, knows no store and no clock but the day handed in:
// the same calendars and question give the same document, byte for byte.
import type { CalendarSource } from '../connectors/calendar/calendar-source.ts';
import type { AttentionReport } from '../contract/attention-report.ts';
import { BENCHMARKS } from '../domain/attention/benchmarks.ts';
import type { CalendarReading } from '../domain/attention/calendar-event.ts';
import { ownAccuracy } from '../domain/attention/classify/accuracy.ts';
import { kindNamed } from '../domain/attention/kinds.ts';
import type { Counting } from '../domain/attention/minutes/counted-events.ts';
import { ledgerOf, totalsOf, type Ledger, type Totals } from '../domain/attention/minutes/ledger.ts';
import { sortMinutes, type KindMinutes } from '../domain/attention/minutes/kind-minutes.ts';
import { factsOf, namesPeople } from '../domain/attention/signals/facts.ts';
import { signalsOf } from '../domain/attention/signals/signals.ts';
import { weekMinutes, weeksOf } from '../domain/attention/week.ts';
import { companyOf, guessMe, ownedBy } from '../domain/attention/whose.ts';
import { USUAL_HOURS, workingHours, type WorkingHours } from '../domain/attention/working-hours.ts';
import type { Day } from '../domain/kernel/instant.ts';
import { labelFor } from './attention-label.ts';
import { clockNamed, readRange, zoneOf } from './attention-range.ts';
import { sentencesOf, signalWords } from './attention-words.ts';
import { UnfitCalendar } from './calendar-files.ts';

export interface AttentionQuestion {
  /** Today for whoever asks. */
  readonly today: Day;
  /** Used where neither the question nor the calendars name a zone. */
  readonly usualZone: string;
  readonly me?: readonly string[] | undefined;
  readonly company?: readonly string[] | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly timeZone?: string | undefined;
  readonly hours?: string | undefined;
}

/** Throws UnfitCalendar, with one sentence, when the question does not fit or nothing that was handed over is a calendar. */
export function attentionOf(sources: readonly CalendarSource[], question: AttentionQuestion): AttentionReport {
  const hoursText = question.hours ?? USUAL_HOURS;
  const hours = hoursNamed(hoursText);
  const timeZone = question.timeZone ?? zoneOf(sources) ?? question.usualZone;
  const clock = clockNamed(timeZone);
  const { range, reading } = readRange(sources, question, timeZone, question.me ?? []);
  refuseNoCalendar(sources, reading);
  const whose = whoseOf(reading, question);
  const events = whose.me.guessed ? ownedBy(reading.instances, whose.me.addresses) : reading.instances;
  const ledger = ledgerOf(events, { ...range, clock, hours, company: whose.company.domains, ownerKnown: whose.me.addresses.length > 0, label: labelFor(events, whose.company.domains) });
  // No confirmed event is handed over, so nothing is known of how good the guesses are on this calendar.
  const accuracy = ownAccuracy([]);
  const totals = totalsOf(ledger);
  const sorted = sortMinutes(ledger.counted, totals.byEvent, accuracy.errorShare);
  const weeks = weekMinutes(ledger, weeksOf(range.from, range.to, clock), accuracy.errorShare);
  const report = {
    schema: 'throughline.attention/1' as const, ...range, timeZone, hours: hoursText, ...minutesShown(totals),
    byGroup: sorted.byGroup, byKind: sorted.byKind.map(kindShown), eightyTwenty: sorted.eightyTwenty, withCustomersMinutes: sorted.withCustomers, waterMinutes: sorted.water,
    signals: signalsOf(factsOf(ledger, { ...range, clock, hours }), weeks).map((signal) => ({ ...signal, weeks: [...signal.weeks], says: signalWords(signal) })),
    weeks: weeks.map((week) => ({ from: week.from, to: week.to, whole: week.whole, ...minutesShown(week), byGroup: week.byGroup, confirmedByGroup: week.confirmedByGroup, eightyTwenty: week.eightyTwenty })),
    events: eventsShown(ledger, totals.byEvent), leftOut: leftOutOf(ledger), unread: [...reading.unread], errorShare: accuracy.errorShare, people: namesPeople(ledger), ...whose,
    source: { files: reading.calendars.map(({ source, events: held }) => ({ name: source, events: held })) }, context: [...BENCHMARKS],
  };
  return { ...report, sentences: sentencesOf(report, accuracy.says) };
}

function hoursNamed(text: string): WorkingHours {
  const hours = workingHours(text);
  if (hours === undefined) throw new UnfitCalendar(`“${text}” are no working hours. Write them as in Mon-Fri 09:00-17:30, or Mon-Thu 09:00-12:30, 14:00-18:00; Fri 09:00-13:00.`);
  return hours;
}

function refuseNoCalendar(sources: readonly CalendarSource[], { calendars, unread }: CalendarReading): void {
  if (calendars.length > 0) return;
  const names = sources.map(({ name }) => name);
  const why = unread.find(({ code }) => code === 'file_too_large')?.detail ?? 'An .ics file begins with BEGIN:VCALENDAR; export the calendar as one.';
  throw new UnfitCalendar(`${names.length === 1 ? `${names[0]} holds` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)} hold`} no calendar. ${why}`);
}

function whoseOf({ instances, calendars }: CalendarReading, question: AttentionQuestion): Pick<AttentionReport, 'me' | 'company'> {
  const named = (question.me ?? []).map((address) => address.trim().toLowerCase()).filter((address) => address !== '');
  const guess = named.length > 0 ? undefined : guessMe(instances, calendars);
  const addresses = guess === undefined ? named : [guess];
  const domains = (question.company ?? []).map((domain) => domain.trim().toLowerCase().replace(/^@/, '')).filter((domain) => domain !== '');
  const own = [...new Set(addresses.map(companyOf).filter((domain) => domain !== undefined))];
  return { me: { addresses, guessed: guess !== undefined }, company: domains.length > 0 ? { domains, guessed: false } : { domains: own, guessed: own.length > 0 } };
}

function minutesShown({ capacity, accounted, conflicting, private: unlooked, unaccounted }: Omit<Totals, 'byEvent'>) {
  return { capacityMinutes: capacity, accountedMinutes: accounted, conflictingMinutes: conflicting, privateMinutes: unlooked, unaccountedMinutes: unaccounted };
}

function kindShown({ kind, ...row }: KindMinutes): AttentionReport['byKind'][number] {
  return kind === 'unsorted' ? { kind, name: 'Unsorted', group: 'unsorted', ...row } : { kind, name: kindNamed(kind).name, group: kindNamed(kind).group, ...row };
}

const textTime = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z');

function eventsShown({ counted }: Ledger, minutes: readonly number[]): AttentionReport['events'] {
  return counted.flatMap(({ event, label, role, answer }, at) => {
    if (role === 'private' || role === 'off') return [];
    const kind = label.kind ?? (role === 'focus' ? 'focus' : undefined);
    return [{
      uid: event.uid, start: textTime(event.start), end: textTime(event.end), title: event.summary, kind: kind ?? ('unsorted' as const), group: label.group ?? (kind === 'focus' ? 'neutral' : 'unsorted'),
      probability: label.probability, layer: label.layer, minutes: minutes[at] ?? 0, confirmed: label.confirmed, answer,
    }];
  });
}

function leftOutOf({ dropped, allDay, counted }: Counting): AttentionReport['leftOut'] {
  const { cancelled, declined, free, birthday, twice } = dropped;
  const having = (wanted: 'private' | 'off'): number => counted.filter(({ role }) => role === wanted).length;
  return { cancelled, declined, free, workingLocation: dropped['working-location'], birthday, twice, allDay, private: having('private'), timeOff: having('off') };
}
