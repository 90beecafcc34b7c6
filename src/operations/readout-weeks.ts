// A randomised test by weeks, from rows to the published document: whether the effect lasts, and the verdict on the weeks that say so. The
// test itself is read as any other, on each unit's mean over those weeks.
import type { ExperimentReading, ReadArm } from '../connectors/metric/read-experiment.ts';
import { newSums } from '../connectors/metric/arm-sums.ts';
import { readWeekRows, type WeekReading } from '../connectors/metric/read-weeks.ts';
import { UnreadableMetric } from '../connectors/metric/unreadable.ts';
import type { ExperimentQuestion } from '../contract/readout-question.ts';
import type { ReadoutReport } from '../contract/readout-report.ts';
import type { Interval } from '../domain/outcome/estimate.ts';
import { meansFrom, readLasting, seenToTheEnd, weeksIn, type Lasting, type UnitWeeks } from '../domain/outcome/slow/lasting.ts';
import { countText, effectText, plainNumber, rangeText, signedText, type EffectUnit } from '../domain/outcome/verdict/effect-text.ts';
import { finite } from './readout-claim.ts';
import { experimentDocument } from './readout-experiment.ts';
import type { ReadoutSource } from './readout-source.ts';

type WeeksQuestion = ExperimentQuestion & { readonly week: string };

/** Throws UnreadableMetric for what cannot be read; more units lost in one arm than in the other is an answer. */
export async function readoutWeeks(source: ReadoutSource, question: WeeksQuestion, signal?: AbortSignal): Promise<ReadoutReport> {
  const { arm, control, treatment, outcome, unit, week, date, decimal, sheet, dateOrder, timeZone } = question;
  const name = 'path' in source ? source.path.replace(/^.*[\\/]/, '') : source.name;
  if (unit === undefined) throw new UnreadableMetric(name, 'unit_needed', 'is read by weeks, with one row a unit and week', 'Name the column of the unit (--unit COLUMN)');
  if (question.denominator !== undefined || question.kind === 'ratio' || question.kind === 'revenue') throw new UnreadableMetric(name, 'kind_by_weeks', 'cannot be read by weeks as a ratio or as revenue', 'Read it as a mean, or without weeks');
  const reading = await readWeekRows(source, { arm, control, treatment, outcome, unit, week, date, decimal, sheet, dates: { order: dateOrder, timeZone }, signal });
  signal?.throwIfAborted();
  const { units } = reading;
  const direction = question.direction ?? 'up';
  const { verdictFrom } = readLasting(units.control, units.treatment, { direction, scale: 'absolute' });
  const { week: _, unit: __, ...asked } = question;
  const report = experimentDocument(meansRead(reading, verdictFrom, question.pre), { ...asked, treatment: reading.treatment === '' ? undefined : reading.treatment });
  const lasting = report.picture === null ? undefined : readLasting(units.control, units.treatment, { direction, scale: report.asked.scale });
  return {
    ...report, ...(lasting === undefined ? {} : { lasting: shown(lasting) }),
    asked: { ...report.asked, columns: { ...report.asked.columns, unit, week } },
    picture: report.picture?.case === 'experiment' && reading.binary ? { ...report.picture, measure: { as: 'share', unit: '%' } } : report.picture,
    sentences: [...report.sentences, ...(lasting === undefined ? [] : lastingSentences(lasting, { scale: report.asked.scale })), ...seenSentences(reading)],
  };
}

/** Each unit's mean over the weeks of the verdict as one outcome; a unit that was not seen to the end counts as assigned and lost. */
function meansRead({ control, treatment, units, ...read }: WeekReading, from: number, pre: string | undefined): ExperimentReading {
  const last = lastWeek(units);
  const arm = (name: string, all: readonly UnitWeeks[]): ReadArm => {
    const sums = newSums(false);
    for (const mean of meansFrom(seenToTheEnd(all, last), from)) sums.add(mean, undefined, undefined);
    return { name, n: sums.n, assigned: all.length, totals: sums.totals('mean'), amounts: [] };
  };
  return {
    ...read, kind: 'mean', control, treatment: treatment === '' ? undefined : treatment, days: last * 7, arms: [arm(control, units.control), ...(treatment === '' ? [] : [arm(treatment, units.treatment)])],
    said: [...read.said, ...(pre === undefined ? [] : ['What was known before is not used by weeks.'])],
  };
}

const lastWeek = ({ control, treatment }: WeekReading['units']): number => Math.max(weeksIn(control), weeksIn(treatment));

function shown({ flag, weeks, slope, longRun, tauWeeks, verdictFrom }: Lasting): NonNullable<ReadoutReport['lasting']> {
  const interval = (one: Interval | undefined) => (one === undefined || !Number.isFinite(one.value) ? null : { value: one.value, low: finite(one.low), high: finite(one.high) });
  return { flag, weeks: weeks.map(({ week, value, low, high }) => ({ week, value, low: finite(low), high: finite(high) })), slope: interval(slope), longRun: interval(longRun), tauWeeks: finite(tauWeeks), verdictFrom };
}

/** Wider than this many times the largest weekly effect, an end in the long run is not in sight. */
const IN_SIGHT = 2;

/** Whether it lasts, in a sentence or two. */
function lastingSentences({ flag, weeks, slope, longRun, verdictFrom }: Lasting, unit: EffectUnit): string[] {
  if (flag === 'too-few-weeks') return [`${countText(weeks.length, 'week')} with a reading say nothing of whether it lasts; three are the least.`];
  if (flag === 'steady') return [`It lasts so far: over ${weeks.length} weeks it neither wears off nor grows by more than chance would have it.`];
  const change = effectText(Math.abs(slope?.value ?? 0), unit);
  const largest = Math.max(...weeks.map(({ value }) => Math.abs(value)));
  const isInSight = longRun !== undefined && longRun.low !== null && longRun.high !== null && longRun.high - longRun.low <= IN_SIGHT * largest;
  return [
    `${flag === 'novelty' ? 'It wears off' : 'It grows'}, by about ${change} a week, more than chance would have it; the verdict is taken on week ${verdictFrom} and later.`,
    isInSight ? `Where it goes on so, about ${signedText(longRun.value, unit)} is left in the long run, ${rangeText(longRun, unit)}.` : `What is left of it in the long run cannot be told yet: the end of the ${flag === 'novelty' ? 'fall' : 'rise'} is not in sight.`,
  ];
}

/** How many of each arm were seen to the end: what the check of attrition is about. */
function seenSentences({ control, treatment, units }: WeekReading): string[] {
  const last = lastWeek(units);
  const share = (all: readonly UnitWeeks[]): string => `${plainNumber((seenToTheEnd(all, last).length / all.length) * 100)}%`;
  return treatment === '' || last === 0 ? [] : [`Still seen in week ${last}: ${share(units.control)} of “${control}” and ${share(units.treatment)} of “${treatment}”.`];
}
