// The calendar of the sample's PM: twenty weeks up to today and four ahead, with what real calendars have: series, one-offs, clashes, invitations
// declined or left open, a private appointment, days off, customers, and water that grows. Companies are made up; people are roles.
import { weekStart } from '../kernel/calendar.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import { seededRandom, type Random } from '../kernel/random.ts';
import { pick } from './sample-texts.ts';

/** Whose calendar it is. */
export const SAMPLE_PM = 'returns.pm@sample-parcel.example';
export const SAMPLE_COMPANY = 'sample-parcel.example';
export const SAMPLE_CUSTOMERS: readonly string[] = ['sample-shoes.example', 'sample-books.example', 'sample-garden.example'];

/** One event as it will stand in the calendar; times are of the clock on the wall. */
export interface SampleMeeting {
  readonly uid: string;
  readonly title: string;
  readonly day: Day;
  /** Minutes after midnight; absent for whole days. */
  readonly at?: number;
  /** Of a whole-day event: days. */
  readonly minutes: number;
  /** A recurrence rule without its end. */
  readonly rule?: string;
  readonly until?: Day;
  /** Addresses of the others. */
  readonly with: readonly string[];
  readonly organiser?: string;
  readonly answer?: 'declined' | 'tentative' | 'needs-action';
  readonly secret?: true;
  readonly away?: true;
  /** The day the invitation was made; the same day is a late one. */
  readonly invited?: Day;
}

const WEEKS_BACK = 20;
const WEEKS_AHEAD = 4;
/** From this many weeks ago on the steering committee asks every week instead of every other. */
const STEERING_WEEKS = 6;

const inside = (...roles: string[]): string[] => roles.map((role) => `${role}@${SAMPLE_COMPANY}`);
const customer = (at: number): string => `returns.desk@${SAMPLE_CUSTOMERS[at]!}`;
const clock = (hours: number, minutes = 0): number => hours * 60 + minutes;

/** The calendar as it looks on `today`; the same for one seed and day. Example: seed 1 on 2026-11-20 holds a stand-up on each working day. */
export function sampleCalendar(seed: number, today: Day): SampleMeeting[] {
  const random = seededRandom(seed * 7919 + 17);
  const monday = addDays(weekStart(today), -7 * WEEKS_BACK);
  const weeks = Array.from({ length: WEEKS_BACK + WEEKS_AHEAD }, (_, week) => oneOffs(week, addDays(monday, 7 * week), random));
  return [...series(monday), ...weeks.flat()];
}

function series(monday: Day): SampleMeeting[] {
  const steering = addDays(monday, 7 * (WEEKS_BACK - STEERING_WEEKS) + 3);
  const weekly = (uid: string, title: string, weekday: number, at: number, minutes: number, others: readonly string[], more: Partial<SampleMeeting> = {}): SampleMeeting =>
    ({ uid, title, day: addDays(monday, weekday - 1), at, minutes, rule: 'FREQ=WEEKLY', with: others, ...more });
  const team = inside('engineering.lead', 'engineer.one', 'engineer.two', 'designer');
  return [
    weekly('stand-up', 'Stand-up', 1, clock(9, 15), 15, team, { rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', organiser: inside('engineering.lead')[0]! }),
    weekly('planning', 'Sprint planning', 1, clock(10), 90, team, { rule: 'FREQ=WEEKLY;INTERVAL=2' }),
    weekly('support', 'Support escalations', 1, clock(14), 45, inside('support.desk'), { organiser: inside('support.desk')[0]! }),
    weekly('marketing', 'Marketing weekly', 1, clock(16), 45, inside('marketing', 'sales.north'), { organiser: inside('marketing')[0]!, answer: 'declined' }),
    weekly('one-on-one', 'Returns PM / Engineering Lead', 2, clock(11), 30, inside('engineering.lead')),
    weekly('shoes', 'Sample Shoes x Sample Parcel', 2, clock(14), 45, [customer(0)]),
    weekly('architecture', 'Architecture review', 3, clock(10), 60, inside('engineering.lead', 'engineer.one', 'engineer.two'), { rule: 'FREQ=WEEKLY;INTERVAL=2', organiser: inside('engineering.lead')[0]! }),
    weekly('refinement', 'Backlog refinement', 3, clock(13, 30), 60, team),
    weekly('rollout', 'Rollout with Sample Books', 3, clock(15), 60, [customer(1), ...inside('engineer.two')], { day: addDays(monday, 7 * 11 + 2) }),
    weekly('sales', 'Sales sync', 4, clock(10), 30, inside('sales.north', 'sales.south'), { organiser: inside('sales.north')[0]! }),
    weekly('roadmap', 'Roadmap and priorities', 4, clock(11), 60, inside('designer', 'engineering.lead'), { rule: 'FREQ=WEEKLY;INTERVAL=2' }),
    weekly('steering-before', 'Steering committee: refunds', 4, clock(14), 60, inside('board.office', 'finance.lead'), { rule: 'FREQ=WEEKLY;INTERVAL=2', until: addDays(steering, -1), organiser: inside('board.office')[0]! }),
    weekly('steering', 'Steering committee: refunds', 4, clock(14), 60, inside('board.office', 'finance.lead'), { day: steering, organiser: inside('board.office')[0]! }),
    weekly('focus', 'Focus', 5, clock(9, 45), 120, []),
    weekly('numbers', 'What the numbers say: returns', 5, clock(13), 30, inside('analyst', 'designer')),
    weekly('retro', 'Retrospective', 5, clock(15), 60, team, { rule: 'FREQ=WEEKLY;INTERVAL=2' }),
    weekly('learning', 'Course: interviewing customers', 5, clock(16, 15), 45, []),
  ];
}

const INTERVIEWS = ['Interview: buyer without a printer', 'Interview: buyer who waits for the money', 'User interview, returns desk'];
const WATER: readonly (readonly [title: string, others: readonly string[], minutes: number])[] = [
  ['Demo for Sample Garden', [customer(2), ...inside('sales.north')], 60], ['Sales deck review', inside('sales.north'), 45], ['Help with the security questionnaire', inside('sales.south'), 60],
  ['Release testing before the weekend', inside('engineer.one'), 60], ['Write the release notes', [], 45], ['Train the new sales people', inside('sales.south'), 60], ['Sign off refund wording', inside('designer'), 30],
  ['Carrier contract: project status', inside('operations.head'), 45],
];

/** What comes once in a week: interviews grow rarer over the weeks, water more frequent. */
function oneOffs(week: number, monday: Day, random: Random): SampleMeeting[] {
  const found: SampleMeeting[] = [];
  const once = (name: string, title: string, weekday: number, at: number, minutes: number, others: readonly string[], more: Partial<SampleMeeting> = {}): void => {
    found.push({ uid: `${name}-${week}`, title, day: addDays(monday, weekday - 1), at, minutes, with: others, ...more });
  };
  const interviews = week < 12 ? 2 : 1;
  for (let at = 0; at < interviews; at++) once(`interview-${at}`, pick(INTERVIEWS, random), 2 + at * 2, clock(15 + at, 30), 45, [`buyer.${week * 2 + at}@sample-buyers.example`]);
  const water = Math.min(4, Math.floor(week / 6) + (random() < 0.6 ? 1 : 0));
  for (let at = 0; at < water; at++) {
    const [title, others, minutes] = pick(WATER, random);
    const day = addDays(monday, (at * 2 + week) % 5);
    once(`water-${at}`, title, ((at * 2 + week) % 5) + 1, clock(11 + ((at + week) % 6), at % 2 === 0 ? 0 : 30), minutes, others, {
      ...(others.length > 0 ? { organiser: others.at(-1)! } : {}), ...(random() < 0.3 ? { invited: day } : {}), ...(random() < 0.2 ? { answer: 'needs-action' } : {}),
    });
  }
  if (week % 5 === 2) once('doctor', 'Appointment', 3, clock(8, 30), 60, [], { secret: true });
  if (week % 4 === 1) once('all-hands', 'All hands', 5, clock(11, 30), 60, inside('everybody'), { organiser: inside('board.office')[0]! });
  if (week % 4 === 3) once('meetup', 'Product meetup', 2, clock(18, 30), 90, []);
  if (week % 3 === 0) once('carriers', 'Carrier round table', 4, clock(16), 60, inside('operations.head'), { answer: 'tentative', organiser: inside('operations.head')[0]! });
  if (week === 9 || week === 16) found.push({ uid: `away-${week}`, title: 'Out of office', day: addDays(monday, 3), minutes: 2, with: [], away: true });
  if (week === 17) once('incident', 'INC-204: labels do not print', 3, clock(16, 15), 75, inside('engineering.lead', 'engineer.one'), { invited: addDays(monday, 2) });
  return found;
}
