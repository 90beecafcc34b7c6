// The sample workspace: Sample Parcel, an obviously invented company whose product Returns has three years of backlog behind it.
// The same seed and day give the same workspace, byte for byte.
import type { Item } from '../backlog/item.ts';
import { addDays, DAY_MS, startOfDay, type Day, type Instant } from '../kernel/instant.ts';
import { seededRandom, type Random } from '../kernel/random.ts';
import { liveItem, type Pace } from './sample-life.ts';
import { pick, reword, wordItem, type Disease } from './sample-texts.ts';
import type { SampleBet } from './sample-bet.ts';
import { SAMPLE_BETS } from './sample-bets.ts';
import { sampleMetrics, type SampleMetric } from './sample-metrics.ts';
import { AUTHORS, COMPONENTS, EPICS, type Component } from './sample-words.ts';

export interface SampleGoal {
  readonly state: 'abandoned' | 'active' | 'draft';
  readonly statement: string;
  readonly metric: string;
  readonly unit: string;
  readonly baseline: number;
  readonly target: number;
  readonly startOn: Day;
  readonly endOn: Day;
  readonly notGoals: readonly string[];
  readonly guardrails: readonly string[];
  readonly problem?: string;
  readonly closedReason?: string;
  readonly agreements: readonly { readonly stakeholder: string; readonly answer: 'yes' | 'yes_but' | 'asked'; readonly condition?: string; readonly on: Day }[];
}

export interface SampleWorkspace {
  readonly name: string;
  readonly product: string;
  readonly sourceName: string;
  /** G-1 (abandoned), G-2 (active), G-3 (draft). */
  readonly goals: readonly SampleGoal[];
  /** P-1 to P-3, all leading to G-2. */
  readonly problems: readonly { readonly title: string; readonly who: string; readonly tryingTo: string; readonly hurts: string; readonly howOften: string; readonly howMany: string }[];
  /** B-1 to B-16, in the order they were written down. */
  readonly bets: readonly SampleBet[];
  /** M-1 to M-5. */
  readonly metrics: readonly SampleMetric[];
  /** Link rules: everything under an epic or with a label leads there. */
  readonly rules: readonly { readonly field: 'parent' | 'label'; readonly value: string; readonly target: { readonly problem: number } | { readonly bet: number } | 'lights_on' }[];
  /** Author id to origin, as a PM would have declared it. */
  readonly origins: Readonly<Record<string, string>>;
  /** In order of creation; keys RET-1, RET-2, ... */
  readonly items: readonly Item[];
}

const ITEMS = 2800;
const DAYS = 1200;
const MIX: readonly (readonly [Disease, number])[] = [
  ['bug', 0.3], ['problem', 0.16], ['solution', 0.15], ['wish', 0.14], ['story', 0.06], ['debt', 0.06], ['lights_on', 0.07], ['scale', 0.015], ['speed', 0.02], ['security', 0.025],
];
const PACES: Readonly<Record<Disease, readonly [number, number]>> = {
  bug: [0.84, 0.12], problem: [0.72, 0.22], solution: [0.64, 0.22], story: [0.62, 0.22], wish: [0.5, 0.22], debt: [0.58, 0.24], lights_on: [0.86, 0.12], scale: [0.2, 0.2], speed: [0.5, 0.2], security: [0.94, 0.05],
};

/**
 * Generates the sample as it would stand at the start of `today`. Throws RangeError when `today` is not a day.
 * Example: `sampleWorkspace(1, '2026-11-20').items.length` is 2800.
 */
export function sampleWorkspace(seed: number, today: Day): SampleWorkspace {
  const end = startOfDay(today);
  if (end === undefined) throw new RangeError(`not a day: ${today}`);
  // Shifted, so that seed 1, which everybody sees first, shows each disease at least once.
  const random = seededRandom(seed + 2);
  return {
    name: 'Sample Parcel', product: 'Returns', sourceName: 'RET',
    goals: sampleGoals(today), problems: PROBLEMS, bets: SAMPLE_BETS, metrics: sampleMetrics(seed, today), rules: sampleRules(),
    origins: Object.fromEntries(AUTHORS.map((author) => [author.id, author.origin])),
    items: sampleItems(end, random),
  };
}

function sampleItems(end: Instant, random: Random): Item[] {
  const start = end - DAYS * DAY_MS;
  const items: Item[] = [];
  EPICS.forEach((epic, index) => {
    const created = start + index * 11 * DAY_MS;
    items.push({
      key: `RET-${items.length + 1}`, container: 'RET', title: epic.title, type: 'Epic', status: 'In progress', statusClass: 'open', created, updated: end - (3 + index * 5) * DAY_MS,
      author: { id: 'returns-pm', name: 'Returns PM' }, labels: [], components: [epic.component], links: [], sprints: [],
      comments: [{ author: { id: 'returns-pm', name: 'Returns PM' }, at: end - (3 + index * 5) * DAY_MS, text: 'Looked through what is left here.' }], history: [],
    });
  });
  while (items.length < ITEMS) {
    const place = (items.length - EPICS.length) / (ITEMS - EPICS.length);
    const created = start + Math.floor(place * (DAYS - 1) * DAY_MS) + Math.floor(random() * 0.3 * DAY_MS);
    items.push(sampleItem(items, created, end, random));
  }
  return items;
}

function sampleItem(before: readonly Item[], created: Instant, end: Instant, random: Random): Item {
  const disease = weighted(MIX, random());
  const component: Component = pick(COMPONENTS, random);
  const worded = wordItem(disease, component, random);
  const [fast, slow] = PACES[disease];
  const dice = random();
  const pace: Pace = dice < fast ? 'fast' : dice < fast + slow ? 'slow' : 'stuck';
  const life = liveItem(created, end, pace, random() < 0.6, random);
  const again = random() < 0.03 ? before.findLast((item) => item.statusClass === 'open' && item.type !== 'Epic' && item.components[0] === component) : undefined;
  const author = weighted(AUTHORS.map((one) => [one, one.weight / 104] as const), random());
  const under = EPICS.findIndex((epic) => epic.component === component);
  const key = `RET-${before.length + 1}`;
  return {
    key, container: 'RET', title: again ? reword(again.title, random) : worded.title, type: worded.type,
    ...(worded.body === undefined ? {} : { body: worded.body }),
    status: life.status, statusClass: life.statusClass, created, updated: life.updated,
    ...(life.resolved === undefined ? {} : { resolved: life.resolved }),
    ...(random() < 0.02 ? { due: addDays('2026-01-01', Math.floor(random() * 500)) } : {}),
    author: { id: author.id, name: author.name },
    ...(life.assignee ? { assignee: life.assignee } : {}),
    labels: worded.labels, components: [component], priority: pick(['Low', 'Medium', 'Medium', 'High'], random),
    ...(under >= 0 && random() < 0.5 && disease !== 'lights_on' ? { parent: `RET-${under + 1}` } : {}),
    links: [], sprints: life.statusClass === 'done' ? [`Returns ${1 + Math.floor((life.resolved! - (end - DAYS * DAY_MS)) / (14 * DAY_MS))}`] : [],
    comments: life.comments, history: life.history,
  };
}

function weighted<T>(list: readonly (readonly [T, number])[], dice: number): T {
  let sum = 0;
  for (const [value, weight] of list) {
    sum += weight;
    if (dice < sum) return value;
  }
  return list[0]![0];
}

const PROBLEMS: SampleWorkspace['problems'] = [
  { title: 'Buyers wait two weeks for their money and ask where it is', who: 'Buyers at small shops', tryingTo: 'get their money back', hurts: 'the parcel is checked twice before money moves', howOften: '1 return in 5', howMany: '1,900 a month' },
  { title: 'Buyers without a printer cannot start a return', who: 'Buyers who live without a printer', tryingTo: 'send a parcel back', hurts: 'a label must be printed', howOften: '1 return in 8', howMany: '1,200 a month' },
  { title: 'Nobody can tell the buyer where the parcel is', who: 'Support desks of shops', tryingTo: 'answer one question', hurts: 'the depot scans once a day', howOften: '14 times a week and shop', howMany: '60 shops' },
];
/** The bets that items lead to. */
const FIRST_SCAN = SAMPLE_BETS.findIndex(({ claim }) => claim.startsWith('Refunding on the first scan'));
const CODE_AT_THE_COUNTER = SAMPLE_BETS.findIndex(({ claim }) => claim.startsWith('A code at the drop-off point'));

function sampleRules(): SampleWorkspace['rules'] {
  const rules: SampleWorkspace['rules'][number][] = [{ field: 'label', value: 'lights-on', target: 'lights_on' }];
  EPICS.forEach((epic, index) => {
    const key = `RET-${index + 1}`;
    if (epic.serves === 'P-1') rules.push({ field: 'parent', value: key, target: index === 0 ? { bet: FIRST_SCAN } : { problem: 0 } });
    if (epic.serves === 'P-2') rules.push({ field: 'parent', value: key, target: { bet: CODE_AT_THE_COUNTER } });
    if (epic.serves === 'P-3') rules.push({ field: 'parent', value: key, target: { problem: 2 } });
  });
  return rules;
}

function sampleGoals(today: Day): SampleGoal[] {
  const metric = { metric: 'Returns refunded within 48 hours', unit: '%' };
  return [
    { state: 'abandoned', statement: 'Launch the wholesale portal by summer', ...metric, baseline: 29, target: 35, startOn: addDays(today, -420), endOn: addDays(today, -240), notGoals: ['Exchanges'], guardrails: [], closedReason: 'Two wholesale shops signed; the others have a desk of their own.', agreements: [] },
    {
      state: 'active', statement: 'A small shop’s customer has the money back in two days, not two weeks', ...metric, baseline: 31, target: 40, startOn: addDays(today, -80), endOn: addDays(today, 100),
      problem: 'I sent it back three weeks ago and nobody can tell me where my money is.',
      notGoals: ['Exchanges without a return', 'Wholesale returns', 'A new shop dashboard'], guardrails: ['Fraud losses stay under 0.4% of refunds'],
      agreements: [
        { stakeholder: 'Chief product officer', answer: 'yes', on: addDays(today, -85) },
        { stakeholder: 'Head of operations', answer: 'yes_but', condition: 'not at the cost of fraud checks', on: addDays(today, -83) },
        { stakeholder: 'Engineering lead', answer: 'yes', on: addDays(today, -81) },
        { stakeholder: 'Finance lead', answer: 'asked', on: addDays(today, -21) },
      ],
    },
    { state: 'draft', statement: 'Shops know the same day why a parcel came back', metric: 'Returns with a reason on the day of arrival', unit: '%', baseline: 12, target: 60, startOn: addDays(today, 101), endOn: addDays(today, 280), notGoals: ['Reasons for exchanges'], guardrails: [], agreements: [] },
  ];
}
