// Names the kind of an event by five layers, the first that can: confirmed series, the owner's rules, structure, model, unsorted.
// Says how sure it is and which words decided. Counts no minutes and remembers nothing.
import { GROUPS, KINDS, kindNamed, type Group, type Kind } from '../kinds.ts';
import type { EventFacts } from './facts.ts';
import { habitsFor, type Memory } from './learn.ts';
import { readingOf } from './known-readings.ts';
import { softmax } from './linear.ts';
import type { Model, Reading } from './model.ts';
import { ruleFor, type OwnRule } from './rules.ts';
import { structureOf, type Acquaintance, type Structure, type StructureReason } from './structure.ts';

/** Which layer decided. */
export type Layer = 'series' | 'rule' | 'structure' | 'model' | 'unsorted';
/** How a guess is shown: as it is, with a dotted edge, or not as a kind. */
export type Band = 'auto' | 'dotted' | 'unsorted';

export interface Classification {
  /** Absent when no kind is likely enough to be named. */
  readonly kind?: Kind;
  /** The kind's group, or the group alone where only that is likely. Absent when neither is. */
  readonly group?: Group;
  /** Of the kind where one is named, else of the group, else of the likeliest kind; 1 for what the owner said. */
  readonly probability: number;
  readonly layer: Layer;
  readonly band: Band;
  /** The three likeliest kinds, likeliest first. */
  readonly top3: readonly { readonly kind: Kind; readonly probability: number }[];
  /** Words of the title, as written and in its order, that spoke for the answer; empty when none did. */
  readonly words: readonly string[];
  /** What of the event's structure decided or leaned, if anything. */
  readonly because?: StructureReason;
}

/** All that is known beside the event itself. */
export interface Knowledge {
  readonly model: Model;
  readonly memory: Memory;
  readonly rules: readonly OwnRule[];
  readonly acquaintance: Acquaintance;
}

const AUTO_FROM = 0.7;
const DOTTED_FROM = 0.4;
const GROUP_FROM = 0.7;
/** Scores are taken less seriously than they come, and less still the fewer of a title's words are known: see docs/formulas/kind-of-work.md. */
const TRUST = 0.7;
const TRUST_UNKNOWN = 0.6;
const MOST_WORDS = 3;
/** Log-odds a word must add, against the average kind, to be named as a reason. */
const TELLING_POINTS = 0.4;

const PLACE: ReadonlyMap<Kind, number> = new Map(KINDS.map(({ kind }, i) => [kind, i]));

function declared(kind: Kind, layer: 'series' | 'rule'): Classification {
  return { kind, group: kindNamed(kind).group, probability: 1, layer, band: 'auto', top3: [{ kind, probability: 1 }], words: [] };
}

/** Titles' words that speak most for any of the kinds in `places`, neighbours in scripts without blanks joined. */
function tellingWords(title: string, { words, byWord }: Reading, place: number): string[] {
  const told = byWord.map((row, at) => ({ at, points: row[place]! - row.reduce((sum, value) => sum + value, 0) / row.length }));
  const best = told.filter(({ points }) => points >= TELLING_POINTS).sort((a, b) => b.points - a.points || a.at - b.at);
  const spans: { from: number; to: number }[] = [];
  for (const { at } of best.sort((a, b) => a.at - b.at)) {
    const { from, to } = words[at]!;
    const last = spans.at(-1);
    if (last?.to === from) last.to = to;
    else spans.push({ from, to });
  }
  return spans.slice(0, MOST_WORDS).map(({ from, to }) => title.slice(from, to));
}

function likeliest(probabilities: Float64Array): { kind: Kind; probability: number }[] {
  return KINDS.map(({ kind }, i) => ({ kind, probability: probabilities[i]! })).sort((a, b) => b.probability - a.probability).slice(0, 3);
}

function likeliestGroup(probabilities: Float64Array): { group: Group; probability: number } {
  const sums = GROUPS.map((group) => ({ group, probability: KINDS.reduce((sum, row, i) => sum + (row.group === group ? probabilities[i]! : 0), 0) }));
  return sums.reduce((best, one) => (one.probability > best.probability ? one : best));
}

/** Probabilities of the 45 kinds after leaning, in the order of KINDS. */
function probabilitiesOf(facts: EventFacts, reading: Reading, structure: Structure, memory: Memory): Float64Array {
  const trust = TRUST * (TRUST_UNKNOWN + (1 - TRUST_UNKNOWN) * reading.known);
  const scores = reading.scores.map((score) => score * trust);
  const lean = (kind: Kind, points: number) => { scores[PLACE.get(kind)!]! += points; };
  if (!structure.decided) for (const { kind, points } of structure.leans) lean(kind, points);
  for (const { kind, points } of habitsFor(memory, facts)) lean(kind, points);
  for (const { text } of reading.words) {
    const habit = memory.words.get(text);
    if (habit) lean(habit.kind, habit.points);
  }
  return softmax(scores);
}

function ofStructure(structure: Structure & { readonly decided: true }, words: readonly string[], probabilities: Float64Array): Classification {
  const { kind, probability, because } = structure;
  const rest = likeliest(probabilities).filter((one) => one.kind !== kind).slice(0, 2).map((one) => ({ kind: one.kind, probability: one.probability * (1 - probability) }));
  return { kind, group: kindNamed(kind).group, probability, layer: 'structure', band: 'auto', top3: [{ kind, probability }, ...rest], words, because };
}

/**
 * The kind of one event and how sure that is. A kind is named from probability .4 (dotted below .7); below that only the group, if its
 * probability is .7. Example: `Sprint planning` gives team_ceremony, group glue, layer model, words `['Sprint', 'planning']`.
 */
export function classify(facts: EventFacts, { model, memory, rules, acquaintance }: Knowledge): Classification {
  const confirmed = facts.series === undefined ? undefined : memory.series.get(facts.series);
  if (confirmed !== undefined) return declared(confirmed, 'series');
  const rule = ruleFor(facts, rules);
  if (rule) return declared(rule.kind, 'rule');

  const reading = readingOf(model, facts.title, facts, memory.entities);
  const structure = structureOf(facts, acquaintance, reading.cues);
  const probabilities = probabilitiesOf(facts, reading, structure, memory);
  if (structure.decided) return ofStructure(structure, tellingWords(facts.title, reading, PLACE.get(structure.kind)!), probabilities);

  const top3 = likeliest(probabilities);
  const { kind, probability } = top3[0]!;
  const words = tellingWords(facts.title, reading, PLACE.get(kind)!);
  const lean = structure.leans.find((one) => one.kind === kind);
  const because = lean === undefined ? {} : { because: lean.because };
  if (probability >= DOTTED_FROM) {
    return { kind, group: kindNamed(kind).group, probability, layer: lean ? 'structure' : 'model', band: probability >= AUTO_FROM ? 'auto' : 'dotted', top3, words, ...because };
  }
  const group = likeliestGroup(probabilities);
  if (group.probability >= GROUP_FROM) return { group: group.group, probability: group.probability, layer: 'unsorted', band: 'unsorted', top3, words };
  return { probability, layer: 'unsorted', band: 'unsorted', top3, words: [] };
}
