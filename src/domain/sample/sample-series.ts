// What meets again and again in the sample's calendar, and from which of its weeks to which. Up to the eleventh week much of it is customers;
// after that reports, launch plans and demos take those places.
import type { Kind } from '../attention/kinds.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import { atCustomer, clock, inside, type SampleMeeting } from './sample-meeting.ts';

type Others = readonly string[];

interface Series extends Partial<Pick<SampleMeeting, 'rule' | 'organiser' | 'answer'>> {
  /** 1 for Monday. */
  readonly on: number;
  readonly at: number;
  readonly minutes: number;
  readonly with?: Others;
  /** Every other week. */
  readonly every?: 2;
  /** Number of its first week, and of the week before which it ends. */
  readonly from?: number;
  readonly until?: number;
}

const TEAM = inside('engineering.lead', 'engineer.one', 'engineer.two', 'designer');
const SUPPORT = inside('support.desk');
const SALES = inside('sales.north');
const [LEAD, OPERATIONS, BOARD] = inside('engineering.lead', 'operations.lead', 'board.office') as [string, string, string];
/** From this week on the steering committee asks every week instead of every other. */
const STEERING = 14;

const SERIES: readonly (readonly [uid: string, title: string, kind: Kind, Series])[] = [
  ['stand-up', 'Stand-up', 'team_ceremony', { on: 1, at: clock(9, 15), minutes: 15, with: TEAM, rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', organiser: LEAD }],
  ['planning', 'Sprint planning', 'team_ceremony', { on: 1, at: clock(10), minutes: 90, with: TEAM, every: 2 }],
  ['release-notes', 'Write the release notes', 'content', { on: 1, at: clock(11, 30), minutes: 60, until: 14 }],
  ['problems', 'Problem review: why returns stall', 'problem_discovery', { on: 1, at: clock(13), minutes: 60, with: inside('analyst', 'support.desk'), until: 12 }],
  ['status-report', 'Weekly status report for operations', 'project_mgmt', { on: 1, at: clock(13), minutes: 60, from: 12 }],
  ['support', 'Support escalations', 'customer_support', { on: 1, at: clock(14), minutes: 45, with: SUPPORT, organiser: SUPPORT[0]! }],
  ['designer', '1:1 Designer', 'one_on_one', { on: 1, at: clock(15), minutes: 30, with: inside('designer') }],
  ['leadership', 'Product leadership weekly', 'exec_alignment', { on: 1, at: clock(16), minutes: 45, with: inside('product.head', 'finance.lead', 'marketing.lead'), organiser: inside('product.head')[0]! }],
  ['marketing', 'Marketing weekly', 'marketing', { on: 1, at: clock(16), minutes: 45, with: inside('marketing.lead', 'sales.north'), organiser: inside('marketing.lead')[0]!, answer: 'declined' }],
  ['focus-tuesday', 'Focus', 'focus', { on: 2, at: clock(9, 30), minutes: 90 }],
  ['one-on-one', '1:1 Engineering lead', 'one_on_one', { on: 2, at: clock(11), minutes: 30, with: [LEAD] }],
  ['carriers-before', 'Carrier contract: project status', 'project_mgmt', { on: 2, at: clock(11, 30), minutes: 45, with: [OPERATIONS], every: 2, from: 1, until: 10, organiser: OPERATIONS }],
  ['carriers', 'Carrier contract: project status', 'project_mgmt', { on: 2, at: clock(11, 30), minutes: 45, with: [OPERATIONS], from: 10, organiser: OPERATIONS }],
  ['deals', 'Deal review with sales', 'sales', { on: 2, at: clock(13), minutes: 45, with: inside('sales.north', 'sales.south'), from: 14, organiser: SALES[0]! }],
  ['shoes', 'Sample Shoes x Sample Parcel', 'customer_call', { on: 2, at: clock(14), minutes: 45, with: [atCustomer(0)] }],
  ['mentoring', 'Mentoring: product manager of Exchanges', 'mentoring', { on: 2, at: clock(16, 30), minutes: 30, with: inside('exchanges.pm'), every: 2, from: 1 }],
  ['demo', 'Demo for Sample Garden', 'sales', { on: 3, at: clock(9, 30), minutes: 45, with: [atCustomer(2), ...SALES], from: 15, organiser: SALES[0]! }],
  ['architecture', 'Architecture review', 'tech_discussion', { on: 3, at: clock(10), minutes: 60, with: inside('engineering.lead', 'engineer.one', 'engineer.two'), every: 2, from: 1, organiser: LEAD }],
  ['writing', 'Write backlog items: refunds', 'backlog', { on: 3, at: clock(11), minutes: 90 }],
  ['refinement', 'Backlog refinement', 'backlog', { on: 3, at: clock(13, 30), minutes: 60, with: TEAM }],
  ['books', 'Call with Sample Books', 'customer_call', { on: 3, at: clock(15), minutes: 45, with: [atCustomer(1)], until: 11 }],
  ['rollout', 'Rollout with Sample Books', 'implementation', { on: 3, at: clock(15), minutes: 45, with: [atCustomer(1), ...inside('engineer.two')], from: 11 }],
  ['design', 'Design review: refunds', 'solution_design', { on: 3, at: clock(16, 15), minutes: 45, with: inside('designer', 'engineer.one') }],
  ['sales', 'Sales sync', 'liaison', { on: 4, at: clock(10), minutes: 30, with: inside('sales.north', 'sales.south'), organiser: SALES[0]! }],
  ['launch-plan', 'Project plan sync: refund launch', 'project_mgmt', { on: 4, at: clock(10, 30), minutes: 30, with: [OPERATIONS, LEAD], from: 13, organiser: OPERATIONS }],
  ['roadmap', 'Roadmap and priorities', 'prioritisation', { on: 4, at: clock(11), minutes: 60, with: inside('designer', 'engineering.lead'), every: 2, from: 1 }],
  ['notes', 'Interview notes: what buyers said', 'customer_research', { on: 4, at: clock(13), minutes: 60, until: 12 }],
  ['carrier-dates', 'Carrier dates for the steering committee', 'project_mgmt', { on: 4, at: clock(13), minutes: 45, from: 15 }],
  ['steering-before', 'Steering committee: refunds', 'exec_alignment', { on: 4, at: clock(14), minutes: 60, with: [BOARD, ...inside('finance.lead')], every: 2, until: STEERING, organiser: BOARD }],
  ['steering', 'Steering committee: refunds', 'exec_alignment', { on: 4, at: clock(14), minutes: 60, with: [BOARD, ...inside('finance.lead')], from: STEERING, organiser: BOARD }],
  ['focus-thursday', 'Focus', 'focus', { on: 4, at: clock(15), minutes: 90 }],
  ['focus', 'Focus', 'focus', { on: 5, at: clock(9, 45), minutes: 120 }],
  ['admin', 'Inbox and expenses', 'admin', { on: 5, at: clock(11, 45), minutes: 30 }],
  ['mail', 'Mail and messages', 'admin', { on: 2, at: clock(17), minutes: 30, rule: 'FREQ=WEEKLY;BYDAY=TU,TH' }],
  ['numbers', 'What the numbers say: returns', 'outcome_review', { on: 5, at: clock(13), minutes: 30, with: inside('analyst', 'designer') }],
  ['testing', 'Release testing', 'qa_testing', { on: 5, at: clock(13, 45), minutes: 75, with: inside('engineer.one'), until: 13 }],
  ['retro', 'Retrospective', 'team_ceremony', { on: 5, at: clock(15), minutes: 60, with: TEAM, every: 2, from: 1 }],
  ['learning', 'Course: interviewing customers', 'learning', { on: 5, at: clock(16, 15), minutes: 45 }],
];

/** All of them; `monday` begins the week with number nought. */
export function sampleSeries(monday: Day): SampleMeeting[] {
  return SERIES.map(([uid, title, kind, { on, at, minutes, with: others = [], every, from = 0, until, rule = 'FREQ=WEEKLY', ...more }]) => ({
    uid, title, kind, day: addDays(monday, 7 * from + on - 1), at, minutes, rule: every === undefined ? rule : `${rule};INTERVAL=${every}`, with: others, ...more,
    ...(until === undefined ? {} : { until: addDays(monday, 7 * until - 1) }),
  }));
}
