// A hand-off brief as a document: five headed sections made from frozen figures and the words that were typed. Invents nothing: what no
// record says is named as missing.
import { kindNamed, type Kind } from '../attention/kinds.ts';
import type { Day } from '../kernel/instant.ts';
import type { BriefFigures } from './brief-figures.ts';
import { REASON_WORDS } from './carry.ts';
import { WAYS, type Way } from './charter.ts';
import { counted, dayWords, listWords, numberWords, percentWords, timeWords } from './words.ts';

export type Grade = 'Measured' | 'Estimated' | 'Declared' | 'Missing';

/** What is typed and stays editable. */
export interface BriefTexts {
  readonly what?: string | undefined;
  readonly ifStopped?: string | undefined;
  readonly keep?: string | undefined;
  readonly plan?: string | undefined;
  readonly works?: string | undefined;
  /** Money an hour. */
  readonly rate?: number | undefined;
  readonly currency?: string | undefined;
}

export interface Proposed {
  readonly to?: string | undefined;
  readonly level: number;
  readonly by?: Day | undefined;
}

export interface BriefSection {
  readonly id: 'what' | 'cost' | 'why' | 'proposal' | 'works';
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly grade: Grade;
  readonly asOf: Day;
}

export interface BriefPage {
  readonly title: string;
  readonly sentence: string;
  readonly sections: readonly BriefSection[];
  readonly money: { readonly rate: number; readonly currency: string; readonly perMonth: number; readonly low: number; readonly high: number } | undefined;
  readonly instead: readonly { readonly way: Way; readonly says: string }[];
  readonly notClaimed: readonly string[];
  readonly acknowledgement: { readonly by: string; readonly on: Day; readonly backBrief: string } | undefined;
}

const WAY_WORDS: Readonly<Record<Way, string>> = {
  shrink: 'Shrink it: agree what a smaller version is that is good enough.', batch: 'Batch it: one fixed hour a week instead of whenever it is asked for.',
  template: 'Make a template of it, so that those who ask can do most of it themselves.', stop: 'Stop it for four weeks, tell those who ask, and see who misses it.',
};

/** How work is made smaller where nobody is there to take it over. */
export function waysInstead(): { way: Way; says: string }[] {
  return WAYS.map((way) => ({ way, says: WAY_WORDS[way] }));
}

/** Levels of delegation as the one who takes it over reads them. */
const LEVELS = [
  'the PM decides, and says so', 'the PM decides, and explains why', 'the PM asks, then decides', 'both decide together', 'the PM advises, they decide', 'they decide, and tell the PM', 'they decide, and the PM need not know',
] as const;

const hoursWords = (hours: number): string => timeWords(hours * 60);
const named = (kind: Kind): string => kindNamed(kind).name;

export function briefPage(figures: BriefFigures, proposed: Proposed, texts: BriefTexts, acknowledgement?: BriefPage['acknowledgement']): BriefPage {
  const { kind, cost } = figures;
  const money = moneyOf(figures, texts);
  const takes = cost === undefined ? `What ${named(kind)} costs is not on record yet` : `${named(kind)} takes ${hoursWords(cost.hoursPerMonth)} a month`;
  const proposal = proposed.to === undefined ? 'nobody is named yet who could take it over' : `it is proposed that ${proposed.to} takes it over${proposed.by === undefined ? '' : ` by ${dayWords(proposed.by, true)}`}`;
  const instead = proposed.to === undefined ? waysInstead() : [];
  return {
    title: `Handing off ${named(kind)}`, sentence: `${takes}; ${proposal}.`, money, instead, acknowledgement,
    sections: [whatSection(figures, texts), costSection(figures, money), whySection(figures, texts), proposalSection(figures, proposed, texts, instead), worksSection(figures, proposed, texts)],
    notClaimed: ['that anybody neglected their work', 'that the hours will be free for something else', ...(figures.displaced === undefined || figures.displaced.gapMinutes <= 0 ? [] : ['that this work is why core work had less; the two only lay in the same weeks'])],
  };
}

function whatSection({ kind, topics, madeOn }: BriefFigures, { what }: BriefTexts): BriefSection {
  const { activities } = kindNamed(kind);
  const about = topics.length === 0 ? [] : [`What came again: ${listWords(topics)}.`];
  const own = activities.length === 0 || listWords(activities).toLowerCase() === named(kind).toLowerCase() ? `${named(kind)}.` : `${named(kind)}: ${listWords(activities).toLowerCase()}.`;
  return { id: 'what', heading: 'What it is', paragraphs: [what ?? own, ...about], grade: 'Declared', asOf: madeOn };
}

function costSection({ cost, weeks, count, instances, displaced, madeOn }: BriefFigures, money: BriefPage['money']): BriefSection {
  const heading = 'What it costs';
  const carried = count.count === 0 ? 'No carry of it was written down in these weeks.' : `${counted(count.count, 'carry', 'carries')} of it written down in these weeks, ${timeWords(count.minutes)}.`;
  const last = instances.length === 0 ? [] : [`The last ${instances.length === 1 ? 'one' : instances.length === 2 ? 'two' : 'three'}: ${instances.map((one) => `${dayWords(one.on)}, ${timeWords(one.minutes)}, ${one.what}${one.askedBy === undefined ? '' : ` (asked by ${one.askedBy})`}`).join('; ')}.`];
  if (cost === undefined) return { id: 'cost', heading, paragraphs: ['Cannot tell: no whole week is on record.', carried, ...last], grade: count.count === 0 ? 'Missing' : 'Declared', asOf: madeOn };
  const exact = cost.high - cost.low < 0.05;
  const range = exact ? '' : `, between ${hoursWords(cost.low)} and ${hoursWords(cost.high)}`;
  const confirmed = cost.confirmedShare === undefined ? 'no minutes' : cost.confirmedShare >= 0.995 ? 'all of it confirmed' : `${percentWords(cost.confirmedShare)} of it confirmed, the rest guessed`;
  const measured = `${hoursWords(cost.hoursPerMonth)} a month${range}: ${timeWords(cost.meanMinutes)} a week over ${counted(weeks.length, 'whole week')}, from ${dayWords(weeks[0]!.from, true)} on; ${confirmed}.`;
  const paid = money === undefined ? [] : [`At ${money.rate} ${money.currency} an hour that is ${numberWords(Math.round(money.perMonth))} ${money.currency} a month${exact ? '' : `, ${numberWords(Math.round(money.low))} to ${numberWords(Math.round(money.high))}`}.`];
  return { id: 'cost', heading, paragraphs: [measured, `${carried} ${last.join('')}`.trim(), ...(displaced === undefined ? [] : [displacedWords(displaced)]), ...paid], grade: exact ? 'Measured' : 'Estimated', asOf: madeOn };
}

function displacedWords({ weeks, coreMinutes, against, gapMinutes, basis }: NonNullable<BriefFigures['displaced']>): string {
  const stood = `In the ${counted(weeks, 'week')} that had it, core work had ${timeWords(coreMinutes)} a week`;
  const beside = basis === 'budget' ? `${timeWords(against)} are budgeted` : `${timeWords(against)} is its usual week`;
  return Math.abs(gapMinutes) < 15 ? `${stood}, as much as ${basis === 'budget' ? 'is budgeted' : 'usual'}.` : `${stood}; ${beside}: ${timeWords(Math.abs(gapMinutes))} ${gapMinutes > 0 ? 'less' : 'more'}. Whether one caused the other is not claimed.`;
}

function whySection({ reasons, count, chosenMinutes, pressedMinutes, askers, ifStopped, madeOn, evidence }: BriefFigures, texts: BriefTexts): BriefSection {
  const why = reasons.length === 0 ? 'No carry says why.' : `Because ${listWords(reasons.map(({ reason, count: times }) => `${REASON_WORDS[reason]} (${times} of ${count.count})`))}.`;
  const mode = chosenMinutes + pressedMinutes === 0 ? [] : [`Of ${timeWords(count.minutes)} carried, ${timeWords(chosenMinutes)} were chosen and ${timeWords(pressedMinutes)} pressed.`];
  const needs = askers.length === 0 ? 'Who needs it: no carry says who asked.' : `It was asked for by ${listWords(askers.map(({ who, count: times }) => `${who} (${counted(times, 'time')})`))}.`;
  const stops = texts.ifStopped ?? (ifStopped.length === 0 ? 'What happens if it stops: not said yet.' : `If it stops: ${ifStopped.join('; ')}.`);
  const known = evidence !== undefined || reasons.length + askers.length > 0 || texts.ifStopped !== undefined || ifStopped.length > 0;
  return { id: 'why', heading: 'Why it was carried, and who needs it', paragraphs: [...(evidence === undefined ? [] : [`Decided on this pattern: ${evidence.says}`]), [why, ...mode].join(' '), needs, stops], grade: known ? 'Declared' : 'Missing', asOf: madeOn };
}

function proposalSection({ madeOn }: BriefFigures, { to, level, by }: Proposed, { keep, plan }: BriefTexts, instead: BriefPage['instead']): BriefSection {
  const owner = to === undefined ? 'Nobody is named yet. Where there is nobody, it can be made smaller instead:' : `${to} takes it over${by === undefined ? '' : ` by ${dayWords(by, true)}`}. Level ${level} of 7: ${LEVELS[level - 1] ?? ''}.`;
  const keeps = `Until then the PM keeps doing: ${keep ?? 'not said yet'}.`.replace('..', '.');
  return { id: 'proposal', heading: 'The proposal', paragraphs: [owner, ...instead.map(({ says }) => says), ...(to === undefined ? [] : [keeps, `The first two weeks: ${plan ?? 'not said yet'}.`.replace('..', '.')])], grade: to === undefined ? 'Missing' : 'Declared', asOf: madeOn };
}

function worksSection({ cost, madeOn }: BriefFigures, { to }: Proposed, { works }: BriefTexts): BriefSection {
  const back = cost === undefined || cost.meanMinutes === 0 ? [] : [`For the PM: no week of the eight after it has more than ${timeWords(cost.meanMinutes / 4)} of it, a quarter of what it was.`];
  const theirs = works?.replace(/(?<![.?])$/, '.') ?? `For ${to ?? 'the one who takes it over'} and those it is for: not said yet.`;
  return { id: 'works', heading: 'How we will know it worked', paragraphs: [theirs, ...back], grade: works === undefined ? 'Missing' : 'Declared', asOf: madeOn };
}

function moneyOf({ cost }: BriefFigures, { rate, currency }: BriefTexts): BriefPage['money'] {
  if (rate === undefined || cost === undefined) return undefined;
  const money = (hours: number): number => Math.round(rate * hours * 100) / 100;
  return { rate, currency: currency ?? '', perMonth: money(cost.hoursPerMonth), low: money(cost.low), high: money(cost.high) };
}
