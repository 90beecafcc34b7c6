// What comes once in a week of the sample's calendar: interviews that grow rarer, water that grows, and what no calendar is without, such as
// days off, a private appointment, an outage and an invitation nobody answered.
import type { Kind } from '../attention/kinds.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import type { Random } from '../kernel/random.ts';
import { clock, inside, type SampleMeeting } from './sample-meeting.ts';
import { pick } from './sample-texts.ts';

const INTERVIEWS = ['User interview: buyer without a printer', 'User interview: buyer who waits for the money', 'Customer interview: returns desk of a shop'];
/** Weekday and time of the first, second and third of a week. */
const INTERVIEW_SLOTS = [[2, clock(15, 30)], [4, clock(16, 30)], [1, clock(16, 45)]] as const;
const WATER: readonly (readonly [title: string, kind: Kind, others: readonly string[], minutes: number])[] = [
  ['Sales deck review', 'sales', inside('sales.north'), 45], ['Sign off refund wording', 'signoff', inside('designer'), 30], ['Train the new sales people', 'sales_onboarding', inside('sales.south'), 60],
  ['Help with the security questionnaire', 'sales', inside('sales.south'), 60], ['Support handover: refunds', 'liaison', inside('support.desk'), 30], ['Launch mail with marketing', 'marketing', inside('marketing.lead'), 30],
  ['Prices for a tender', 'sales', inside('sales.north'), 45], ['Sign off help texts', 'signoff', inside('support.desk'), 30], ['New sales people: what Returns does', 'sales_onboarding', inside('sales.south'), 45],
  ['What sales hears about refunds', 'liaison', inside('sales.north'), 30],
];
/** Free places in the grid of series, and one on top of a focus block. */
const WATER_SLOTS = [[1, clock(17)], [2, clock(17)], [5, clock(11)], [3, clock(17)]] as const;
const [OPERATIONS] = inside('operations.lead') as [string];
/** The last whole week: two meetings after hours. */
const LATE_WEEK = 19;

type Add = (name: string, title: string, kind: Kind | undefined, weekday: number, at: number, minutes: number, others: readonly string[], more?: Partial<SampleMeeting>) => void;

export function sampleOnce(week: number, monday: Day, random: Random): SampleMeeting[] {
  const found: SampleMeeting[] = [];
  const on = (weekday: number): Day => addDays(monday, weekday - 1);
  const add: Add = (name, title, kind, weekday, at, minutes, others, more = {}) => {
    found.push({ uid: `${name}-${week}`, title, ...(kind === undefined ? {} : { kind }), day: on(weekday), at, minutes, with: others, ...more });
  };
  const wholeDays = (name: string, title: string, weekday: number, days: number, away: boolean): void => {
    found.push({ uid: `${name}-${week}`, title, day: on(weekday), minutes: days, with: [], ...(away ? { away: true } : {}) });
  };
  interviews(week, add, random);
  water(week, on, add, random);
  rhythms(week, add);
  if (week % 4 === 2) wholeDays('release', 'Release freeze', 5, 1, false);
  if (week === 9 || week === 16) wholeDays('away', 'Out of office', 4, 2, true);
  if (week === 17) add('incident', 'INC-204: labels do not print', 'incident', 3, clock(16, 15), 75, inside('engineering.lead', 'engineer.one'), { invited: on(3) });
  if (week === 17 || week === 19) add('testing-again', 'Release testing: labels on three printers', 'qa_testing', 5, clock(13, 45), 60, inside('engineer.one'), { organiser: inside('engineer.one')[0]! });
  if (week === LATE_WEEK) {
    add('late-carriers', 'Carrier contract: project status before signing', 'project_mgmt', 2, clock(17, 45), 60, [OPERATIONS], { organiser: OPERATIONS });
    add('late-launch', 'Project plan: go or no-go for the refund launch', 'project_mgmt', 4, clock(17, 45), 45, [OPERATIONS, ...inside('engineering.lead')], { organiser: OPERATIONS });
  }
  return found;
}

function interviews(week: number, add: Add, random: Random): void {
  const many = week < 8 ? 3 : week < 14 ? 2 : 1;
  INTERVIEW_SLOTS.slice(0, many).forEach(([weekday, at], nth) => add(`interview-${nth}`, pick(INTERVIEWS, random), 'customer_research', weekday, at, 45, [`buyer.${week * 3 + nth}@sample-buyers.example`]));
}

/** One in two weeks at first, two or three a week at last, each of another kind. Some are asked for on the day itself, some are never answered. */
function water(week: number, on: (weekday: number) => Day, add: Add, random: Random): void {
  const many = Math.floor(week / 9) + (random() < 0.5 ? 1 : 0);
  for (let nth = 0; nth < many; nth++) {
    const [title, kind, others, minutes] = WATER[(3 * week + nth) % WATER.length]!;
    const [weekday, at] = WATER_SLOTS[(nth + week) % WATER_SLOTS.length]!;
    add(`water-${nth}`, title, kind, weekday, at - (minutes > 30 ? 30 : 0), minutes, others, { organiser: others[0]!, ...(week % 3 === 2 ? { invited: on(weekday) } : {}), ...(random() < 0.2 ? { answer: 'needs-action' } : {}) });
  }
}

/** What comes every few weeks. */
function rhythms(week: number, add: Add): void {
  if (week % 4 === 0) add('competitors', 'Competitor review: who refunds at once', 'competitive_research', 5, clock(11), 45, inside('analyst'));
  if (week % 4 === 1) add('all-hands', 'All hands', 'company', 5, clock(11, 30), 60, inside('everybody'), { organiser: inside('board.office')[0]! });
  if (week % 4 === 2) add('peers', 'Coffee with a product manager of another company', 'peer_connection', 3, clock(12, 30), 45, []);
  if (week % 4 === 2) add('goal', 'Product Goal check', 'strategy_goal', 4, clock(11), 60, inside('product.head', 'designer'));
  if (week % 3 === 0) add('carriers', 'Carrier round table', 'liaison', 4, clock(16), 60, [OPERATIONS], { answer: 'tentative', organiser: OPERATIONS });
  if (week % 5 === 2) add('doctor', 'Appointment', undefined, 3, clock(8, 30), 60, [], { secret: true });
  if (week >= 15 && week <= 17) add('hiring', 'Hiring: portfolio review of a designer', 'recruiting', 1, clock(15, 30), 30, inside('designer'));
}
