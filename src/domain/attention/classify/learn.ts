// What confirmations teach: the series, people, domains and organisers of a kind, and a few words. Shared weights never change:
// moving them by corrections was measured to make guesses worse. A memory is a function of the confirmations alone, so taking one back restores all.
import type { Instant } from '../../kernel/instant.ts';
import type { Kind } from '../kinds.ts';
import { domainOf, isWithin, type EventFacts } from './facts.ts';
import { FREE_MAIL } from './structure.ts';
import { wordsOf } from './words.ts';

/** One tap that said what an event or a series is. */
export interface Confirmation {
  /** When it was said: of two about one series the later holds. */
  readonly at: Instant;
  readonly kind: Kind;
  readonly facts: EventFacts & { readonly series: string };
}

/** What somebody or something leads to: `points` are added to the log-odds of `kind`. */
export interface Habit {
  readonly kind: Kind;
  readonly points: number;
}

export interface Memory {
  readonly series: ReadonlyMap<string, Kind>;
  /** By address, for everybody who took part and who organised. */
  readonly people: ReadonlyMap<string, Habit>;
  readonly organisers: ReadonlyMap<string, Habit>;
  readonly domains: ReadonlyMap<string, Habit>;
  /** Words that became a cue for this owner. */
  readonly words: ReadonlyMap<string, Habit>;
  /** Words met under three kinds or more: names of projects and people, which say nothing of the kind. Worth offering as a link. */
  readonly entities: ReadonlySet<string>;
}

const HABIT_FROM = 3;
const HABIT_SHARE = 0.8;
const CUE_FROM = 3;
const CUE_POINTS = 1.5;
const ENTITY_KINDS = 3;
const LEAST_WORD = 3;

type Counts = Map<string, Map<Kind, number>>;

function count(counts: Counts, key: string, kind: Kind): void {
  const kinds = counts.get(key) ?? new Map<Kind, number>();
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  counts.set(key, kinds);
}

/** Log-odds of a share of `hits` in `n` under a uniform prior: 3 of 3 is ln 4 = 1.39, 10 of 10 is ln 11 = 2.40. */
function smoothedLogOdds(hits: number, n: number): number {
  return Math.log((hits + 1) / (n - hits + 1));
}

/** Keys with three series or more of which four fifths are of one kind. */
function habitsOf(counts: Counts): Map<string, Habit> {
  const habits = new Map<string, Habit>();
  for (const [key, kinds] of counts) {
    const n = [...kinds.values()].reduce((sum, value) => sum + value, 0);
    for (const [kind, hits] of kinds) if (n >= HABIT_FROM && hits >= HABIT_SHARE * n) habits.set(key, { kind, points: smoothedLogOdds(hits, n) });
  }
  return habits;
}

function latestBySeries(confirmations: readonly Confirmation[]): Confirmation[] {
  const latest = new Map<string, Confirmation>();
  for (const one of confirmations) {
    const known = latest.get(one.facts.series);
    if (!known || one.at > known.at || (one.at === known.at && one.kind > known.kind)) latest.set(one.facts.series, one);
  }
  return [...latest.values()];
}

/**
 * The memory of these confirmations, in whatever order they are given. A series counts once, however often it meets; the company's own
 * domains and free mail hosts are no habit.
 * Example: three confirmed series with one person, all `recruiting`, make that person a habit of `recruiting` worth 1.39.
 */
export function learnFrom(confirmations: readonly Confirmation[], company: readonly string[]): Memory {
  const latest = latestBySeries(confirmations);
  const people: Counts = new Map();
  const organisers: Counts = new Map();
  const domains: Counts = new Map();
  const words: Counts = new Map();
  for (const { kind, facts } of latest) {
    const others = new Set(facts.others);
    for (const address of others) count(people, address, kind);
    for (const domain of new Set([...others].map(domainOf))) if (!isWithin(domain, company) && !isWithin(domain, FREE_MAIL)) count(domains, domain, kind);
    if (facts.organiser !== undefined) count(organisers, facts.organiser, kind);
    for (const word of new Set(wordsOf(facts.title).map(({ text }) => text))) count(words, word, kind);
  }
  const cues = new Map<string, Habit>();
  const entities = new Set<string>();
  for (const [word, kinds] of words) {
    const [[kind, hits] = [undefined, 0]] = kinds;
    if (kinds.size >= ENTITY_KINDS) entities.add(word);
    else if (kind !== undefined && kinds.size === 1 && hits >= CUE_FROM && word.length >= LEAST_WORD) cues.set(word, { kind, points: CUE_POINTS });
  }
  return {
    series: new Map(latest.map(({ kind, facts }) => [facts.series, kind])),
    people: habitsOf(people), organisers: habitsOf(organisers), domains: habitsOf(domains), words: cues, entities,
  };
}

/** What is remembered of the people of this event, strongest per kind and source, so that ten colleagues do not count ten times. */
export function habitsFor(memory: Memory, facts: EventFacts): Habit[] {
  const others = facts.others ?? [];
  const sources = [
    others.map((address) => memory.people.get(address)),
    [...new Set(others.map(domainOf))].map((domain) => memory.domains.get(domain)),
    [facts.organiser === undefined ? undefined : memory.organisers.get(facts.organiser)],
  ];
  const strongest = new Map<Kind, number>();
  for (const habit of sources.flat()) if (habit) strongest.set(habit.kind, Math.max(strongest.get(habit.kind) ?? 0, habit.points));
  return [...strongest].map(([kind, points]) => ({ kind, points }));
}
