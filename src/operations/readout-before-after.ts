// One series before and after a ship, from a file to the published document. Reads, asks the engine, and puts its answer into words;
// decides nothing about the effect.
import { readHolidays } from '../connectors/metric/read-holidays.ts';
import { readMetric, readMetricText, type MetricReading, type MetricRules } from '../connectors/metric/read-metric.ts';
import type { ReadoutReport } from '../contract/readout-report.ts';
import { daysFrom } from '../domain/kernel/calendar.ts';
import { dayAt, type BuiltSeries, type Series } from '../domain/metric/series.ts';
import type { Claim } from '../domain/outcome/estimate.ts';
import { readSeries, type SeriesReading } from '../domain/outcome/series/read-series.ts';
import { answerability } from '../domain/outcome/verdict/answerability.ts';
import type { ReasonFacts } from '../domain/outcome/verdict/reason-sentences.ts';
import { decisiveSentence, nothingRandomisedSentence, smallestSeenSentence } from '../domain/outcome/verdict/sentences.ts';
import { effectText, type EffectUnit } from '../domain/outcome/verdict/effect-text.ts';
import { chanceOf, checksOf, claimOf, effectOf, finite, openingOf, unreadOf, verdictOf } from './readout-claim.ts';
import type { BeforeAfterQuestion } from '../contract/readout-question.ts';
import { pictureOf } from './readout-series-picture.ts';
import type { ReadoutSource } from './readout-source.ts';
import { builtFrom, placed, type PlacedQuestion } from './readout-series-input.ts';
import { warningSentences } from './readout-words.ts';

const NO_HOLIDAYS = { kinds: new Map<string, string[]>(), unread: [] };

/** Throws UnreadableMetric for what cannot be read or placed; everything else is an answer. */
export async function readoutBeforeAfter(source: ReadoutSource, question: BeforeAfterQuestion, signal?: AbortSignal): Promise<ReadoutReport> {
  const { date, value, denominator, controls, decimal, dateOrder, timeZone, sheet, start } = question;
  const rules: MetricRules = { date, value, denominator, controls, decimal, order: dateOrder, timeZone, sheet, start, startGrain: question.grain, signal };
  const reading = 'path' in source ? await readMetric(source.path, rules) : await readMetricText(source.name, source.text, rules);
  const holidays = source.holidays === undefined ? NO_HOLIDAYS : await readHolidays(source.holidays, { order: dateOrder, timeZone });
  signal?.throwIfAborted();
  return reportOf(reading, builtFrom(reading, question), question, holidays);
}

/** The same from values that are there already, such as a metric that is kept. */
export function reportOf(reading: MetricReading, built: BuiltSeries, question: BeforeAfterQuestion, holidays: Pick<Awaited<ReturnType<typeof readHolidays>>, 'kinds' | 'unread'> = NO_HOLIDAYS): ReadoutReport {
  const place = placed(reading, built, question, holidays.kinds);
  let claim = claimOf(question);
  let read = readSeries(place.input, claim);
  if (question.minEffect === undefined && read.verdict.reason === 'no-relative-effect') {
    claim = claimOf(question, 'absolute');
    read = readSeries(place.input, claim);
  }
  const notes = [...reading.unread, ...built.notes, ...holidays.unread];
  return {
    ...documentOf(read, claim, question, place, built.series, reading),
    unread: unreadOf(notes),
    source: { files: [{ name: reading.name, sha256: reading.sha256, bytes: reading.bytes }], said: [...reading.said, ...saidOf(built.combine, question, place)] },
  };
}

function documentOf(read: SeriesReading, claim: Claim, question: BeforeAfterQuestion, place: PlacedQuestion, series: Series, reading: MetricReading): Omit<ReadoutReport, 'unread' | 'source'> {
  const named = question.minEffect !== undefined;
  const { estimate, placebo, detectable80 } = read;
  const values = series.values.filter((value) => value !== null).length;
  return {
    schema: 'throughline.readout/1', case: 'before-after', method: estimate?.method ?? (question.controls?.length ? 'before-after-with-controls' : 'before-after'),
    grade: estimate?.grade ?? 'D', verdict: verdictOf(read.verdict, named),
    effect: { absolute: effectOf(estimate?.absolute), relative: effectOf(estimate?.relative), level: estimate?.level ?? 1 - claim.alpha },
    minEffect: question.minEffect?.value ?? null, pAtLeastMin: chanceOf(read.verdict, named), checks: checksOf(read.checks),
    placebo: placebo === undefined ? null : { origins: placebo.origins, kappa2: placebo.kappa2, meanZ: placebo.meanZ, effectiveN: placebo.effectiveN },
    detectable80: detectable80 === undefined ? null : { relative: finite(detectable80.relative), absolute: finite(detectable80.absolute) },
    data: {
      points: values, missing: series.values.length - values, units: 0, perArm: {}, first: series.start, last: dayAt(series, series.values.length - 1), grain: series.grain, unread: reading.unreadTotal,
    },
    sentences: sentencesOf(read, claim, question, place, series, reading.value.currency),
    asked: {
      direction: claim.direction, scale: claim.scale, ship: question.ship, ...(question.rollout === undefined ? {} : { rollout: question.rollout }),
      window: question.window ?? { from: 1, to: 90 }, ...(question.otherShips === undefined ? {} : { otherShips: [...question.otherShips] }),
      columns: {
        ...(reading.dateColumn === undefined ? {} : { date: reading.dateColumn }), value: reading.value.name, ...(reading.denominatorColumn === undefined ? {} : { denominator: reading.denominatorColumn }),
        ...(reading.controls.length === 0 ? {} : { controls: reading.controls.map(({ name }) => name).join(', ') }),
      },
    },
    picture: pictureOf(read, question, place.window, series, reading),
  };
}

function sentencesOf(read: SeriesReading, claim: Claim, question: BeforeAfterQuestion, place: PlacedQuestion, series: Series, currency: string | undefined): string[] {
  const named = question.minEffect !== undefined;
  const unit: EffectUnit = { scale: claim.scale, unit: claim.scale === 'absolute' ? currency : undefined };
  const { verdict } = read;
  const decided = verdict.effect !== undefined;
  return [
    ...openingOf(verdict, claim, unit, named, factsOf(read, place, series, question)),
    ...(verdict.reason === 'window-not-over' ? shorterWindow(series, place, question) : []),
    ...(read.estimate !== undefined ? [nothingRandomisedSentence(question.rollout === undefined || question.rollout === question.ship ? question.ship : `${question.ship} to ${question.rollout}`)] : []),
    ...(decided && verdict.status === 'inconclusive' ? reachSentences(read, claim, unit, named) : []),
    ...(decided && named && verdict.status !== 'inconclusive' && read.detectable80 !== undefined ? seenSentence(read, claim, unit) : []),
    ...warningSentences([...read.warnings, ...read.checks.filter(({ ok, refuses }) => !ok && !refuses).map(({ id }) => id)]),
    ...(place.beforeSeries.length > 0 ? [`Other ships before ${series.start} (${place.beforeSeries.join(', ')}) are part of where the metric starts.`] : []),
  ];
}

/** The smallest effect that could have been seen, and whether waiting helps. */
function reachSentences(read: SeriesReading, claim: Claim, unit: EffectUnit, named: boolean): string[] {
  const detectable = claim.scale === 'relative' ? read.detectable80?.relative : read.detectable80?.absolute;
  if (detectable === null || detectable === undefined || read.model === undefined) return [];
  if (!named) return [`The smallest effect we could have seen is ${effectText(Math.abs(detectable), unit)}.`];
  const { standardError, df, scale } = read.model;
  const onModel = (scale === 'log' && claim.scale === 'relative') || (scale === 'identity' && claim.scale === 'absolute');
  const chanceToSeeIt = onModel && claim.minEffect < 1 ? answerability({ scaleSd: standardError, df, logScale: scale === 'log' }, claim).chanceToSeeIt : 1;
  const reach = Math.abs(detectable);
  return [smallestSeenSentence({ detectable: reach, minEffect: claim.minEffect, chanceToSeeIt }, unit), ...(reach > claim.minEffect ? [decisiveSentence(null)] : [])];
}

function seenSentence(read: SeriesReading, claim: Claim, unit: EffectUnit): string[] {
  const detectable = claim.scale === 'relative' ? read.detectable80?.relative : read.detectable80?.absolute;
  return detectable === null || detectable === undefined ? [] : [`The smallest effect we could have seen is ${effectText(Math.abs(detectable), unit)}.`];
}

function factsOf(read: SeriesReading, { window, input }: PlacedQuestion, series: Series, question: BeforeAfterQuestion): ReasonFacts {
  const failed = read.checks.find(({ ok, refuses }) => refuses && !ok);
  const days = daysFrom(window.from, window.to) + 1;
  const other = question.otherShips?.find((day) => day >= question.ship && day <= window.to);
  const placebo = read.placebo === undefined ? {} : { dates: read.placebo.origins, share: 1 - read.placebo.coverage };
  const common = { days, ...placebo, ...(other === undefined ? {} : { name: `Something else, on ${other},` }) };
  if (failed?.id === 'missing-data') return { ...common, share: failed.value <= 1 ? failed.value : undefined };
  if (failed?.id === 'window-not-over') {
    const begins = input.rollout ?? input.ship;
    return series.grain === 'day' ? { ...common, value: Math.max(0, series.values.length - begins), limit: input.window.to } : common;
  }
  const counted = failed !== undefined && (failed.id === 'too-few-events' || (failed.id === 'too-little-history' && read.grain === 'day'));
  return counted ? { ...common, value: failed.value, limit: failed.limit } : common;
}

/** What can be read today instead, when at least two weeks of the window are there. */
function shorterWindow(series: Series, { input }: PlacedQuestion, question: BeforeAfterQuestion): string[] {
  const there = (series.values.length - (input.rollout ?? input.ship)) * (series.grain === 'week' ? 7 : 1);
  const from = question.window?.from ?? 1;
  const shorter = [30, 14].find((days) => days <= there && days >= from && days < (question.window?.to ?? 90));
  return shorter === undefined ? [] : [`The first ${shorter} days can be read with --window ${shorter}; choosing a window after looking makes a chance result look like an effect.`];
}

function saidOf(combine: 'sum' | 'mean' | undefined, question: BeforeAfterQuestion, { window }: PlacedQuestion): string[] {
  const folded = combine === undefined ? [] : [`Several values ${question.grain === 'week' ? 'of a week' : 'of a day'} became one by ${combine === 'sum' ? 'adding them up' : 'their mean'}.`];
  return question.window === undefined ? [...folded, `Read over 90 days, ${window.from} to ${window.to}; another window is named with --window.`] : folded;
}
