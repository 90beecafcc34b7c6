// The sentences of a look at calendars: the week first, then what it rests on. They name events and minutes, never a person's character.
import type { AttentionReport } from '../contract/attention-report.ts';
import type { Signal, SignalName } from '../domain/attention/signals/signals.ts';

/** `38`, `6.5` or `0`: whole hours from ten on, one decimal under it. */
export function hoursText(minutes: number): string {
  const hours = minutes / 60;
  return hours.toLocaleString('en', { maximumFractionDigits: hours >= 9.95 ? 0 : 1 });
}

export const hourWords = (minutes: number): string => (hoursText(minutes) === '1' ? '1 hour' : `${hoursText(minutes)} hours`);
const percent = (share: number): string => `${(share * 100).toLocaleString('en', { maximumFractionDigits: 0 })}%`;
const counted = (count: number, one: string, more = `${one}s`): string => `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

/** What the sentences are made from. */
export type SaidOfDays = Pick<AttentionReport, 'from' | 'to' | 'hours' | 'accountedMinutes' | 'capacityMinutes' | 'unaccountedMinutes' | 'privateMinutes' | 'eightyTwenty' | 'withCustomersMinutes' | 'waterMinutes' | 'me' | 'company' | 'people'>;

/** The opening sentence and what has to stand beside it. Example: “Of 38 accounted hours, 6 were with customers; 9 were water you carried.” */
export function sentencesOf(report: SaidOfDays, accuracy: string): string[] {
  const { accountedMinutes, capacityMinutes, unaccountedMinutes, privateMinutes, eightyTwenty, me, company } = report;
  const known = me.addresses.join(', ');
  return [
    accountedMinutes === 0 ? `Nothing in these calendars takes up time from ${report.from} to ${report.to}.` : opening(report),
    ...(accountedMinutes === 0 ? [] : [accuracy]),
    `${hourWords(unaccountedMinutes)} of ${hoursText(capacityMinutes)} working hours (${report.hours}) have nothing accounted for. A calendar is a plan, not a record of work.`,
    ...(privateMinutes > 0 ? [`${hourWords(privateMinutes)} of private events: not looked at, and in no total.`] : []),
    ...(accountedMinutes > 0 ? [gaugeSentence(eightyTwenty)] : []),
    ...(me.guessed && known !== '' ? [`Read as the calendar of ${known}, by the addresses in it. Where that is wrong, say whose it is.`] : []),
    ...(report.people && known === '' ? ['Whose calendar it is could not be told, so your own answers are not known and every meeting counts in full. Say your address.'] : []),
    ...(company.guessed && company.domains.length > 0 ? [`Addresses outside ${company.domains.join(', ')} were taken for people from outside the company.`] : []),
    ...(report.people || accountedMinutes === 0 ? [] : ['No event names attendees, so rules about who is there are off, and every event that is not a focus block was taken for a meeting.']),
  ];
}

function opening({ accountedMinutes, withCustomersMinutes, waterMinutes }: SaidOfDays): string {
  const were = (minutes: number, rest: string): string => `${minutes === 0 ? 'none' : hoursText(minutes)} ${hoursText(minutes) === '1' ? 'was' : 'were'} ${rest}`;
  return `Of ${hoursText(accountedMinutes)} accounted ${hoursText(accountedMinutes) === '1' ? 'hour' : 'hours'}, ${were(withCustomersMinutes, 'with customers')}; ${were(waterMinutes, 'water you carried')}.`;
}

function gaugeSentence({ userMinutes, technicalMinutes, shareOfWeek }: SaidOfDays['eightyTwenty']): string {
  const both = userMinutes + technicalMinutes;
  if (both === 0 || shareOfWeek === null) return 'Nothing was sorted as user problems or technical detail.';
  const user = Math.round((userMinutes / both) * 100);
  return `User problems to technical detail stood ${user} to ${100 - user}; together they were ${percent(shareOfWeek)} of the accounted time. The mark at 80 to 20 is one author’s rule of thumb for the best technical PMs he worked with, not a study.`;
}

const VALUE: Readonly<Record<SignalName, (value: number) => string>> = {
  meeting_load: (value) => `Accepted meetings took ${percent(value)} of working hours`,
  meetings_per_day: (value) => `${value.toLocaleString('en', { maximumFractionDigits: 1 })} accepted meetings a working day`,
  usable_focus: (value) => `Gaps of two hours or more between meetings add up to ${hourWords(value)}`,
  focus_60: (value) => `Gaps of an hour or more add up to ${hourWords(value)}`,
  fragments: (value) => `${percent(value)} of the free time lies in gaps under half an hour`,
  back_to_back: (value) => `${counted(value, 'run')} of meetings back to back, of two hours or four meetings and more`,
  after_hours: (value) => `${hourWords(value)} of meetings outside working hours`,
  after_20: (value) => `${hourWords(value)} of meetings after 20:00`,
  short_rest: (value) => `${counted(value, 'night')} with less than eleven hours between the last meeting and the first`,
  long_week: (value) => `${counted(value, 'week')} of 55 accounted hours or more among the last four`,
  conflicts: (value) => `${counted(value, 'stretch', 'stretches')} with more than one event`,
  last_minute: (value) => `${counted(value, 'invitation')} less than a day ahead`,
  no_other_acceptance: (value) => `${counted(value, 'meeting')} that nobody else has accepted`,
};

const MISSING: Partial<Readonly<Record<SignalName, string>>> = {
  last_minute: 'Cannot tell how late invitations came: the calendar does not say when they were made.',
  no_other_acceptance: 'Cannot tell which meetings others accepted: the calendar names no attendees.',
};

/** One sentence for a signal: the value, then how it lies among the person's own weeks where enough of them are known. */
export function signalWords({ name, value, reading, trend, weeks }: Signal): string {
  if (value === null) return MISSING[name] ?? 'Cannot tell: there are no working hours in these days.';
  const lies = reading === 'above' || reading === 'below' ? `; the last whole week was ${reading} your usual range` : reading === 'run' ? '; eight weeks in a row lie on one side of your mean' : '';
  const way = trend === null ? '' : `; a trend ${trend.perWeek > 0 ? 'upwards' : 'downwards'} over ${weeks.length} weeks`;
  return `${VALUE[name](value)}${lies}${way}.`;
}
