// What the week's document says in sentences: the week first, what is usual, and what is missing with what mends it.
import type { OutputOf } from '../contract/index.ts';
import { GROUPS } from '../domain/attention/kinds.ts';
import { against } from '../domain/attention/signals/signals.ts';
import { tidy } from '../domain/attention/minutes/ledger.ts';
import type { WeekMinutes } from '../domain/attention/week.ts';
import type { CalendarState } from './attention-calendar.ts';
import type { MemberLedger } from './attention-ledger.ts';
import { hourWords, sentencesOf, type SaidOfDays } from './attention-words.ts';

type WeekShown = OutputOf<'attention.week'>;
type Usual = WeekShown['usual'][number];

const NAMES: Readonly<Record<Usual['name'], string>> = {
  core: 'Core work', glue: 'Water (glue work)', technical: 'Technical work', people: 'People', growth: 'Growth', neutral: 'Neutral time', unsorted: 'Unsorted time', accounted: 'Accounted time',
  unaccounted: 'Unaccounted time', with_customers: 'Time with customers',
};

const VALUES: readonly (readonly [Usual['name'], (week: WeekMinutes) => number])[] = [
  ...GROUPS.map((group) => [group, (week: WeekMinutes) => week.byGroup[group]] as const), ['unsorted', (week) => week.byGroup.unsorted], ['accounted', (week) => week.accounted],
  ['unaccounted', (week) => week.unaccounted], ['with_customers', (week) => week.withCustomers],
];

/** Means and usual ranges of the whole weeks that are known, oldest first. No range under eight of them, no trend under twelve. */
export function usualOf(weeks: readonly WeekMinutes[]): Usual[] {
  const whole = weeks.filter(({ whole: complete }) => complete);
  return VALUES.map(([name, of]) => {
    const values = whole.map(of);
    const { usual: range, reading, trend } = against(values);
    const mean = values.length === 0 ? null : tidy(values.reduce((sum, value) => sum + value, 0) / values.length);
    return { name, weeks: values.length, mean, range: range === null ? null : { low: tidy(Math.max(0, range.low)), high: tidy(range.high) }, reading, trend, says: usualWords(NAMES[name], values.length, mean, range, reading, trend) };
  });
}

function usualWords(name: string, weeks: number, mean: number | null, range: { low: number; high: number } | null, reading: Usual['reading'], trend: Usual['trend']): string {
  if (mean === null) return `${name}: no whole week is known yet.`;
  if (range === null) return `${name}: ${hourWords(mean)} a week over ${weeks === 1 ? 'one whole week' : `${weeks} whole weeks`}. From eight weeks on there is a usual range.`;
  const lies = reading === 'above' || reading === 'below' ? ` The last whole week was ${reading} your usual range.` : reading === 'run' ? ' Eight weeks in a row lie on one side of your mean.' : '';
  const way = trend === null ? '' : ` A trend ${trend.perWeek > 0 ? 'upwards' : 'downwards'}, by ${hourWords(Math.abs(trend.perWeek))} a week.`;
  return `${name}: ${hourWords(mean)} a week, usually between ${hourWords(Math.max(0, range.low))} and ${hourWords(range.high)}.${lies}${way}`;
}

/** The opening sentence and what stands beside it; where nothing is kept yet, what to do first. */
export function weekSentences(said: Omit<SaidOfDays, 'me' | 'company' | 'people'>, member: MemberLedger, states: readonly CalendarState[], people: boolean): string[] {
  const empty = member.ledger.counted.length === 0;
  if (empty && states.length === 0) {
    return ['No calendar is kept yet, so there is nothing to say about this week. Add one: it stays yours alone, and nobody else in the workspace can read it.', 'Time can also be written down in one line, such as “90 sales deck for Northwind, asked by sales”.'];
  }
  const withEvents = member.ledger.counted.some(({ role }) => role === 'meeting' || role === 'focus');
  const whose = { me: { addresses: [...member.addresses], guessed: member.guessed.addresses }, company: { domains: [...member.company], guessed: member.guessed.company } };
  return [
    ...sentencesOf({ ...said, ...whose, people: people || !withEvents }, withEvents ? member.accuracy.says : '').filter((sentence) => sentence !== '' && (withEvents || !sentence.startsWith('Whose calendar'))),
    ...(states.length === 0 ? ['No calendar is kept yet: this is only what you wrote down and did in trackers.'] : []),
  ];
}

/** What is not known, the most useful to mend first. */
export function missingFrom(member: MemberLedger, states: readonly CalendarState[], people: boolean): WeekShown['missing'] {
  const missing: WeekShown['missing'] = [];
  const events = member.ledger.counted.some(({ role }) => role === 'meeting' || role === 'focus' || role === 'private');
  if (states.length === 0) missing.push({ code: 'no_calendar', says: 'No calendar is kept yet. Drop an .ics file, or connect one by its secret address or CalDAV.', mend: 'calendar.add' });
  for (const { name, failure, stale, counted } of states) {
    if (failure !== undefined) missing.push({ code: 'failed_calendar', says: `${name} could not be read the last time: ${failure}`, mend: 'calendar.refresh' });
    else if (stale && counted) missing.push({ code: 'stale_calendar', says: `${name} was last read a while ago; newer events are not in here.`, mend: 'calendar.refresh' });
  }
  if (states.length > 0 && !events) missing.push({ code: 'no_events', says: 'None of the kept calendars has an event in these weeks.', mend: 'calendar.list' });
  if (events && !people) missing.push({ code: 'no_people', says: 'No event names attendees, so rules about who is there are off: 1:1s and people from outside cannot be told. An .ics export or CalDAV often has them where a feed does not.', mend: 'calendar.add' });
  if (events && people && member.addresses.length === 0) missing.push({ code: 'no_address', says: 'Which attendee you are is not known, so your own answers are not, and every meeting counts in full.', mend: 'attention.configure' });
  if ((member.settings.kept.trackerNames ?? []).length === 0) missing.push({ code: 'no_tracker_name', says: 'Your name in the trackers is not set, so edits and comments there are not counted.', mend: 'attention.configure' });
  return missing;
}
