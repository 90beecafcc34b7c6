// Reads a randomised test from its counts to its verdict: gates, arms against control, one sealed claim. The door of this folder.
// It knows no file, no screen and no sentence; it hands over the facts that sentences are made of.
import { granted, type Ruling } from '../../kernel/ruling.ts';
import type { Check, Claim, Estimate } from '../estimate.ts';
import { isTooEarly } from '../verdict/reasons.ts';
import type { Judged } from '../verdict/rule.ts';
import { compare, isAnswer, type Comparison, type ComparisonProblem } from './comparison.ts';
import { COMFORTABLE_DAYS, countedLooks, gatesOf } from './experiment-gates.ts';
import { readLooksOf, type ExperimentInput, type ExperimentOptions, type InputProblem, type ReadLook } from './experiment-input.ts';
import { phasesOf, type Phase } from './peeking.ts';
import type { SplitProblem } from './sample-ratio.ts';

/** One arm as it may be shown. `value` is its mean, share or ratio, as it is; null when a failed gate keeps the effect hidden. */
export interface ArmFigures {
  readonly name: string;
  readonly units: number;
  readonly assigned: number;
  readonly events: number | null;
  readonly value: number | null;
}

/** Something a reader must be told, as a stable code and the numbers for its sentence. */
export interface Fact {
  readonly code: FactCode;
  readonly details: Readonly<Record<string, number | string>>;
}

export type FactCode =
  | 'days-unknown' | 'no-declared-end' | 'still-running' | 'after-declared-end' | 'fixed-at-declared-end' | 'under-two-weeks'
  | 'several-arms' | 'pre-period-used' | 'capped' | 'cap-not-sealed' | 'looks-disagree' | 'could-have-seen' | 'decisive-at-units';

/** The facts that weaken a reading; they are repeated as warnings of the estimate. */
const WARNINGS: ReadonlySet<FactCode> = new Set(['days-unknown', 'under-two-weeks', 'looks-disagree', 'cap-not-sealed']);

export interface ExperimentReading {
  /** Null when a gate refuses or it is too early: no effect is shown then. */
  readonly estimate: Estimate | null;
  readonly verdict: Judged;
  readonly checks: readonly Check[];
  readonly perArm: readonly ArmFigures[];
  /** Every treatment arm against control, in order of their names. */
  readonly comparisons: readonly Comparison[];
  /** The arm whose verdict this is: the sealed one, else the one with the highest bound on its good side. */
  readonly arm: string | null;
  readonly phase: Phase;
  readonly facts: readonly Fact[];
}

export type ExperimentProblem = InputProblem | SplitProblem | ComparisonProblem | 'level-out-of-range' | 'min-effect-not-positive' | 'no-such-arm';

export interface ReadOptions extends ExperimentOptions {
  /** The arm the claim is about, where there are several. */
  readonly treatment?: string | undefined;
}

/**
 * Reads a randomised test. Refused only when the input cannot be read; a broken split, too few units or no variation are verdicts.
 * Several treatment arms share the level by Holm. Example: 50 of 500 against 61 of 480, claim +1 point, once at the declared end: inconclusive.
 */
export function readExperiment(input: ExperimentInput, claim: Claim, options: ReadOptions = {}): Ruling<ExperimentReading, ExperimentProblem> {
  const ruling = readArms(input, claim, options);
  // Amounts at the edge of what a number holds may overflow on the way: then there is no answer, never one that is no number.
  return ruling.ok && !holdsNumbers(ruling.value) ? { ok: false, refusal: { code: 'too-large' } } : ruling;
}

function holdsNumbers(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(holdsNumbers);
}

function readArms(input: ExperimentInput, claim: Claim, options: ReadOptions): Ruling<ExperimentReading, ExperimentProblem> {
  if (!(claim.alpha > 0 && claim.alpha < 1)) return { ok: false, refusal: { code: 'level-out-of-range', details: { alpha: claim.alpha } } };
  if (!(claim.minEffect > 0) || !Number.isFinite(claim.minEffect)) return { ok: false, refusal: { code: 'min-effect-not-positive', details: { minEffect: claim.minEffect } } };
  const all = readLooksOf(input, options);
  if (!all.ok) return all;
  const names = all.value.at(-1)!.arms.map(({ name }) => name).filter((name) => name !== input.control);
  if (options.treatment !== undefined && !names.includes(options.treatment)) return { ok: false, refusal: { code: 'no-such-arm', details: { treatment: options.treatment } } };
  const looks = countedLooks(all.value);
  const phase = phaseOf(looks, options);
  const gates = gatesOf(input, all.value, all.value.length === 1 || phase === 'end');
  if (!gates.ok) return gates;
  const failed = gates.value.find(({ ok, refuses }) => refuses && !ok);
  if (failed !== undefined) return granted(withheld(failed.id, looks, phase, gates.value));
  const comparisons = shareLevel(names, claim.alpha, (treatment, alpha) => compare(looks, { control: input.control, treatment }, claim, options, alpha, gates.value));
  if (!comparisons.ok) {
    if (!isAnswer(comparisons.refusal.code)) return comparisons;
    return granted(withheld('no-variation', looks, phase, [...gates.value, { id: 'no-variation', ok: false, value: 0, limit: 0, refuses: true }]));
  }
  return granted(reading(comparisons.value, looks, phase, claim, options, gates.value));
}

function phaseOf(looks: readonly ReadLook[], { end }: ExperimentOptions): Phase {
  const at = looks.map(({ day, arms }) => ({ day, units: arms.reduce((sum, { units }) => sum + units, 0) }));
  return phasesOf(at, end ?? null).at(-1)!;
}

/**
 * Holm over the arms: all are read at level / arms; those decided there keep it, and the others are read again at level / their number,
 * until none is left or none is decided. A verdict is a false one in at most `alpha` of tests, over all arms together.
 */
function shareLevel(names: readonly string[], alpha: number, read: (name: string, alpha: number) => Ruling<Comparison, ComparisonProblem>): Ruling<readonly Comparison[], ComparisonProblem> {
  const done: Comparison[] = [];
  let open = names;
  while (open.length > 0) {
    const round: Comparison[] = [];
    for (const name of open) {
      const one = read(name, alpha / open.length);
      if (!one.ok) return one;
      round.push(one.value);
    }
    const decided = round.filter(({ verdict }) => verdict.status === 'won' || verdict.status === 'lost');
    if (decided.length === 0 || decided.length === round.length) {
      done.push(...round);
      break;
    }
    done.push(...decided);
    open = open.filter((name) => decided.every(({ arm }) => arm !== name));
  }
  return granted(done.toSorted((a, b) => (a.arm < b.arm ? -1 : 1)));
}

function reading(comparisons: readonly Comparison[], looks: readonly ReadLook[], phase: Phase, claim: Claim, options: ReadOptions, checks: readonly Check[]): ExperimentReading {
  const goodBound = ({ verdict }: Comparison): number => verdict.effect?.low ?? Number.NEGATIVE_INFINITY;
  const best = comparisons.reduce((one, other) => (goodBound(other) > goodBound(one) ? other : one));
  const chosen = comparisons.find(({ arm }) => arm === options.treatment) ?? best;
  const facts = factsOf(chosen, comparisons.length, looks, phase, claim, options);
  const warnings = facts.flatMap(({ code }) => (WARNINGS.has(code) ? [code] : []));
  return {
    estimate: { ...chosen.estimate, warnings }, verdict: chosen.verdict, checks, comparisons, arm: chosen.arm, phase, facts,
    perArm: figuresOf(looks, true),
  };
}

function withheld(reason: string, looks: readonly ReadLook[], phase: Phase, checks: readonly Check[]): ExperimentReading {
  return { estimate: null, verdict: { status: isTooEarly(reason) ? 'too-early' : 'refused', reason }, checks, perArm: figuresOf(looks, false), comparisons: [], arm: null, phase, facts: [] };
}

function figuresOf(looks: readonly ReadLook[], shown: boolean): ArmFigures[] {
  return looks.at(-1)!.arms.map((arm) => {
    const main = shown ? arm.moments.main : undefined;
    const value = main === undefined ? null : main.kind.startsWith('ratio') ? main.means[0]! / main.means[1]! : main.means[0]!;
    return { name: arm.name, units: arm.units, assigned: arm.assigned, events: arm.events, value };
  });
}

function factsOf(chosen: Comparison, arms: number, looks: readonly ReadLook[], phase: Phase, claim: Claim, options: ReadOptions): Fact[] {
  const { day } = looks.at(-1)!;
  const cap = chosen.revenue?.cap ?? null;
  const facts: (Fact | null)[] = [
    day === null ? { code: 'days-unknown', details: {} } : null,
    phaseFact(phase, options, chosen.alpha),
    day !== null && phase === 'end' && day < COMFORTABLE_DAYS ? { code: 'under-two-weeks', details: { days: day } } : null,
    arms > 1 ? { code: 'several-arms', details: { arms, alpha: chosen.alpha } } : null,
    chosen.adjustment === null ? null : { code: 'pre-period-used', details: { varianceRatio: chosen.adjustment.varianceRatio } },
    cap === null ? null : { code: 'capped', details: { cap, units: chosen.revenue?.cappedUnits ?? 0 } },
    cap !== null && options.cap === undefined ? { code: 'cap-not-sealed', details: { cap } } : null,
    chosen.estimate.warnings.includes('looks-disagree') ? { code: 'looks-disagree', details: { looks: looks.length } } : null,
    chosen.detectable80 === null ? null : { code: 'could-have-seen', details: { detectable: chosen.detectable80, needed: claim.minEffect } },
    chosen.unitsUntilDecisive === null ? null : { code: 'decisive-at-units', details: { units: chosen.unitsUntilDecisive } },
  ];
  return facts.filter((fact) => fact !== null);
}

function phaseFact(phase: Phase, { end }: ExperimentOptions, alpha: number): Fact {
  if (end === undefined || end === null) return { code: 'no-declared-end', details: { alpha } };
  const code = phase === 'running' ? 'still-running' : phase === 'end' ? 'fixed-at-declared-end' : 'after-declared-end';
  return { code, details: { alpha } };
}
