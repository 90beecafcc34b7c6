// A randomised test, from rows to the published document. Reads, asks the engine, and puts its answer into words.
import { readExperimentRows, type ExperimentReading, type ReadArm } from '../connectors/metric/read-experiment.ts';
import { UnreadableMetric } from '../connectors/metric/unreadable.ts';
import type { ReadoutReport } from '../contract/readout-report.ts';
import type { Claim } from '../domain/outcome/estimate.ts';
import { readExperiment, type ExperimentProblem, type ExperimentReading as Answer } from '../domain/outcome/randomised/experiment.ts';
import type { ExperimentArm, ExperimentInput } from '../domain/outcome/randomised/experiment-input.ts';
import { momentsOf } from '../domain/outcome/randomised/arm-moments.ts';
import { pairOf } from '../domain/outcome/randomised/pair.ts';
import type { DeclaredEnd } from '../domain/outcome/randomised/peeking.ts';
import { normalQuantile } from '../domain/outcome/numerics/normal.ts';
import type { EffectUnit } from '../domain/outcome/verdict/effect-text.ts';
import type { ReasonFacts } from '../domain/outcome/verdict/reason-sentences.ts';
import { chanceOf, checksOf, claimOf, effectOf, finite, openingOf, unreadOf, verdictOf } from './readout-claim.ts';
import type { ExperimentQuestion } from '../contract/readout-question.ts';
import type { ReadoutSource } from './readout-source.ts';
import { factSentence } from './readout-words.ts';

/** Whether users affect each other and what came first are not in rows of outcomes: a check that was not made is not shown as passed. */
const NOT_IN_A_FILE: ReadonlySet<string> = new Set(['users-affect-each-other', 'exposure-after-outcome']);

/** Throws UnreadableMetric for what cannot be read; a broken split, one arm or too few units are answers. */
export async function readoutExperiment(source: ReadoutSource, question: ExperimentQuestion, signal?: AbortSignal): Promise<ReadoutReport> {
  const { arm, control, treatment, outcome, kind, pre, denominator, date, decimal, sheet, dateOrder, timeZone } = question;
  const reading = await readExperimentRows(source, { arm, control, treatment, outcome, kind, pre, denominator, date, decimal, sheet, dates: { order: dateOrder, timeZone }, signal });
  signal?.throwIfAborted();
  return experimentDocument(reading, question);
}

/** What was read, judged and put into words. Throws UnreadableMetric where the engine cannot read it as a test. */
export function experimentDocument(reading: ExperimentReading, question: ExperimentQuestion): ReadoutReport {
  const input = inputOf(reading, question);
  const end = endOf(reading, question);
  const ask = (claim: Claim): Answer => {
    const ruling = readExperiment(input, claim, { end, ...(reading.treatment === undefined ? {} : { treatment: reading.treatment }) });
    if (!ruling.ok) throw unfit(reading.name, ruling.refusal.code, ruling.refusal.details ?? {});
    return ruling.value;
  };
  let claim = claimOf(question);
  let answer = ask(claim);
  if (question.minEffect === undefined && answer.verdict.reason === 'no-relative-effect') {
    claim = claimOf(question, 'absolute');
    answer = ask(claim);
  }
  return documentOf(reading, answer, claim, question);
}

function inputOf(reading: ExperimentReading, question: ExperimentQuestion): ExperimentInput {
  const arms = reading.arms.map(({ name, assigned, totals, amounts }): ExperimentArm => ({
    name, assigned, data: totals ?? (reading.kind === 'revenue' ? { kind: 'revenue', values: amounts } : { kind: 'mean', n: 0, sum: 0, sumSquares: 0 }),
  }));
  return { control: reading.control, looks: [{ day: reading.days, arms }], ...(question.split === undefined ? {} : { split: splitOf(reading, question.split) }) };
}

function splitOf({ name, arms, control }: ExperimentReading, split: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const missing = arms.find((arm) => split[arm.name] === undefined);
  if (missing !== undefined) throw new UnreadableMetric(name, 'split_incomplete', `has an arm “${missing.name}” that --split does not name`, `Write it as --split ${control}=50,${arms.find((arm) => arm.name !== control)?.name ?? 'other'}=50`);
  return split;
}

/** At the declared end the test is read once, whatever number of units that came to. */
function endOf({ arms }: ExperimentReading, { plannedUnits, declaredEnd }: ExperimentQuestion): DeclaredEnd | null {
  const units = arms.reduce((sum, { n }) => sum + n, 0);
  if (declaredEnd === true) return { kind: 'units', units: Math.max(1, Math.min(plannedUnits ?? units, units)) };
  return plannedUnits === undefined ? null : { kind: 'units', units: plannedUnits };
}

function unfit(name: string, code: ExperimentProblem, details: Readonly<Record<string, unknown>>): UnreadableMetric {
  const arm = typeof details['arm'] === 'string' ? ` in arm “${details['arm']}”` : '';
  const no = (seen: string, advice: string): UnreadableMetric => new UnreadableMetric(name, code, seen, advice);
  switch (code) {
    case 'one-unit': case 'no-units': return no(`has too few units with an outcome${arm}`, 'A test needs at least 100 units an arm');
    case 'too-large': case 'not-a-number': case 'impossible-sums': return no(`holds numbers too large to calculate with${arm}`, 'Write them in a larger unit, such as thousands');
    case 'no-denominator': return no('has nothing in its denominator', 'Check the column named with --denominator');
    case 'weight-not-positive': return no('cannot be read with this split', 'Every share in --split is above 0');
    default: return no(`cannot be read as a test (${code.replaceAll('-', ' ')})${arm}`, 'Check the columns named with --arm and --outcome');
  }
}

function documentOf(reading: ExperimentReading, answer: Answer, claim: Claim, question: ExperimentQuestion): ReadoutReport {
  const named = question.minEffect !== undefined;
  const { estimate, verdict } = answer;
  const chosen = answer.comparisons.find(({ arm }) => arm === answer.arm);
  const unit: EffectUnit = { scale: claim.scale };
  const units = reading.arms.reduce((sum, { assigned }) => sum + assigned, 0);
  return {
    schema: 'throughline.readout/1', case: 'experiment', method: estimate?.method ?? (reading.kind === 'ratio' ? 'ratio-delta' : 'welch-t'), grade: 'A', verdict: verdictOf(verdict, named),
    effect: { absolute: effectOf(estimate?.absolute), relative: effectOf(estimate?.relative), level: estimate?.level ?? 1 - claim.alpha },
    minEffect: question.minEffect?.value ?? null, pAtLeastMin: chanceOf(verdict, named), checks: checksOf(answer.checks.filter(({ id }) => !NOT_IN_A_FILE.has(id))), placebo: null,
    detectable80: chosen === undefined ? null : { relative: claim.scale === 'relative' ? finite(chosen.detectable80) : null, absolute: claim.scale === 'absolute' ? finite(chosen.detectable80) : null },
    data: {
      points: 0, missing: reading.arms.reduce((sum, { assigned, n }) => sum + assigned - n, 0), units, perArm: Object.fromEntries(reading.arms.map(({ name, assigned }) => [name, assigned])),
      first: null, last: null, grain: null, unread: reading.unreadTotal,
    },
    unread: unreadOf(reading.unread),
    sentences: [
      ...openingOf(verdict, claim, unit, named, reasonFacts(answer)),
      ...(answer.comparisons.length > 1 && answer.arm !== null ? [`This is “${answer.arm}” against “${reading.control}”.`] : []),
      ...answer.facts.flatMap((fact) => factSentence(fact, unit, named) ?? []),
    ],
    asked: {
      direction: claim.direction, scale: claim.scale, ...(question.plannedUnits === undefined ? {} : { plannedUnits: question.plannedUnits }), ...(question.declaredEnd === undefined ? {} : { declaredEnd: question.declaredEnd }),
      columns: { arm: question.arm, outcome: question.outcome, ...(question.pre === undefined ? {} : { pre: question.pre }), ...(question.denominator === undefined ? {} : { denominator: question.denominator }), ...(question.date === undefined ? {} : { date: question.date }) },
    },
    source: { files: [{ name: reading.name, sha256: reading.sha256, bytes: reading.bytes }], said: [...reading.said] },
    picture: estimate === null ? null : { case: 'experiment', measure: reading.kind === 'proportion' ? { as: 'share', unit: '%' } : { as: 'number', unit: '' }, kind: reading.kind, arms: armsOf(reading) },
  };
}

function reasonFacts({ checks, verdict, comparisons, arm }: Answer): ReasonFacts {
  if (verdict.reason === 'depends-on-few-customers') return { value: comparisons.find((one) => one.arm === arm)?.revenue?.cappedUnits };
  const failed = checks.find(({ ok, refuses }) => refuses && !ok);
  return failed === undefined ? {} : { value: finite(failed.value) ?? undefined, limit: finite(failed.limit) ?? undefined };
}

/** Each arm's own mean with its 95% interval, control first. For the picture: differences are judged, not arms. */
function armsOf({ arms, control }: ExperimentReading): { name: string; control: boolean; units: number; value: number; low: number | null; high: number | null }[] {
  const reach = -normalQuantile(0.025);
  return [...arms].sort((a, b) => Number(b.name === control) - Number(a.name === control)).flatMap((arm) => {
    const own = ownMean(arm);
    if (own === undefined) return [];
    const half = reach * Math.sqrt(own.variance / arm.n);
    return [{ name: arm.name, control: arm.name === control, units: arm.assigned, value: own.value, low: finite(own.value - half), high: finite(own.value + half) }];
  });
}

function ownMean({ totals, amounts }: ReadArm): { readonly value: number; readonly variance: number } | undefined {
  const moments = momentsOf(totals ?? { kind: 'mean', values: amounts });
  const pair = moments.ok ? pairOf(moments.value, moments.value) : undefined;
  return pair?.ok ? { value: pair.value.control.base, variance: pair.value.control.baseVariance } : undefined;
}
