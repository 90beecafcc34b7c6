// Units or markets that got a change at different times, or one of them at one, from rows to the published document.
import { readPanelRows, type PanelReading as Rows } from '../connectors/metric/read-panel.ts';
import { UnreadableMetric } from '../connectors/metric/unreadable.ts';
import type { ReadoutReport } from '../contract/readout-report.ts';
import { startOfDay } from '../domain/kernel/instant.ts';
import { grainOf } from '../domain/metric/grain.ts';
import type { Claim } from '../domain/outcome/estimate.ts';
import type { PanelReading } from '../domain/outcome/panel/panel-reading.ts';
import type { Period } from '../domain/outcome/panel/panel.ts';
import { readPanel } from '../domain/outcome/panel/read-panel.ts';
import { beforeAfterOpinion, type SecondOpinion } from '../domain/outcome/panel/second-opinion.ts';
import { countText, plainNumber } from '../domain/outcome/verdict/effect-text.ts';
import type { ReasonFacts } from '../domain/outcome/verdict/reason-sentences.ts';
import { chanceOf, checksOf, claimOf, effectOf, finite, openingOf, unreadOf, verdictOf } from './readout-claim.ts';
import type { PanelQuestion } from '../contract/readout-question.ts';
import type { ReadoutSource } from './readout-source.ts';
import { warningSentences } from './readout-words.ts';

/** Throws UnreadableMetric for what cannot be read; too few units or no treated one are answers. */
export async function readoutPanel(source: ReadoutSource, question: PanelQuestion, signal?: AbortSignal): Promise<ReadoutReport> {
  const { unit, period, value, treatedFrom, decimal, dateOrder, timeZone, sheet } = question;
  const rows = await readPanelRows(source, { unit, period, value, treatedFrom, decimal, order: dateOrder, timeZone, sheet, signal });
  signal?.throwIfAborted();
  const opinion = secondOpinionFor(rows.panel.periods);
  const ask = (claim: Claim): PanelReading => {
    const ruling = readPanel(rows.panel, { claim, ...(opinion === undefined ? {} : { secondOpinion: opinion }) });
    if (ruling.ok) return ruling.value;
    const units = rows.panel.units.length;
    throw new UnreadableMetric(rows.name, ruling.refusal.code, ruling.refusal.code === 'too-few-units' ? `has ${countText(units, 'unit')} with a time before the change` : `cannot be laid out as units by periods (${ruling.refusal.code.replaceAll('-', ' ')})`,
      ruling.refusal.code === 'too-few-units' ? 'A comparison needs units that got the change and units that did not' : 'Check the columns named with --unit and --period');
  };
  let claim = claimOf(question);
  let reading = ask(claim);
  if (question.minEffect === undefined && reading.verdict.reason === 'no-relative-effect') {
    claim = claimOf(question, 'absolute');
    reading = ask(claim);
  }
  return documentOf(rows, reading, claim, question);
}

/** Daily and weekly panels are also read before and after, with the synthetic unit as the only control. */
function secondOpinionFor(periods: readonly Period[]): SecondOpinion | undefined {
  const days = periods.filter((period): period is string => typeof period === 'string' && startOfDay(period) !== undefined);
  if (days.length < 2 || days.length < periods.length) return periods.every((period) => typeof period === 'string' && /^\d{4}-?W\d/.test(period)) ? beforeAfterOpinion('week') : undefined;
  const grain = grainOf(days);
  return grain === 'day' || grain === 'week' ? beforeAfterOpinion(grain) : undefined;
}

function documentOf(rows: Rows, reading: PanelReading, claim: Claim, question: PanelQuestion): ReadoutReport {
  const named = question.minEffect !== undefined;
  const { estimate, verdict, counts } = reading;
  const { periods, units } = rows.panel;
  const cells = periods.length * units.length;
  return {
    schema: 'throughline.readout/1', case: 'panel', method: reading.method ?? 'callaway-santanna', grade: estimate?.grade ?? 'B', verdict: verdictOf(verdict, named),
    effect: { absolute: effectOf(estimate?.absolute), relative: effectOf(estimate?.relative), level: estimate?.level ?? 1 - claim.alpha },
    minEffect: question.minEffect?.value ?? null, pAtLeastMin: chanceOf(verdict, named), checks: checksOf(reading.checks), placebo: null, detectable80: null,
    data: { points: cells - rows.missing, missing: rows.missing, units: units.length, perArm: {}, first: periods[0] ?? null, last: periods.at(-1) ?? null, grain: null, unread: rows.unreadTotal },
    unread: unreadOf(rows.unread),
    sentences: [
      ...openingOf(verdict, claim, { scale: claim.scale }, named, reasonFacts(reading)),
      ...(estimate === undefined ? [] : ['Nothing here was randomised. It holds if, without the change, these units would have moved as the others did.']),
      ...methodSentences(reading),
      ...warningSentences(reading.warnings),
    ],
    asked: { direction: claim.direction, scale: claim.scale, columns: { unit: question.unit, period: question.period, value: question.value, treatedFrom: question.treatedFrom } },
    source: {
      files: [{ name: rows.name, sha256: rows.sha256, bytes: rows.bytes }],
      said: [...rows.said, `${countText(counts.units, 'unit')} over ${countText(counts.periods, 'period')}, ${plainNumber(counts.treated)} with the change at ${countText(counts.cohorts, 'date')}.`],
    },
    picture: pictureOf(reading),
  };
}

function methodSentences({ method, permutation, placeboRank, preTrend, weights }: PanelReading): string[] {
  const sentences: string[] = [];
  if (permutation !== undefined) sentences.push(`With so few units the dates are dealt out to them ${permutation.exact ? `in all ${permutation.arrangements.toLocaleString('en')} ways` : `${permutation.arrangements.toLocaleString('en')} times`}: an effect this large comes by chance ${oneIn(permutation.p)}.`);
  if (placeboRank !== undefined) sentences.push(`Of all units taken for the changed one in turn, a departure this large comes ${oneIn(placeboRank.p)}.`);
  if (method?.startsWith('synthetic') === true && weights.length > 0) sentences.push(`Compared with a mix of ${weights.slice(0, 3).map(({ name, weight }) => `${name} (${Math.round(weight * 100)}%)`).join(', ')}${weights.length > 3 ? ' and others' : ''}.`);
  if (preTrend !== undefined && preTrend.p < 0.05) sentences.push(`The units were already drifting apart before the change${preTrend.verdictSurvives === true ? ', but not by enough to change this' : ''}.`);
  return sentences;
}

function oneIn(p: number): string {
  return p >= 0.5 ? 'more often than not' : `about once in ${countText(Math.round(1 / Math.max(p, 1e-6)), 'time')}`;
}

function reasonFacts({ checks }: PanelReading): ReasonFacts {
  const failed = checks.find(({ ok, refuses }) => refuses && !ok);
  return failed === undefined ? {} : { value: finite(failed.value) ?? undefined, limit: finite(failed.limit) ?? undefined, ...(failed.id === 'missing-data' ? { share: failed.value } : {}) };
}

function pictureOf({ byEventTime, picture }: PanelReading): ReadoutReport['picture'] {
  if (byEventTime.length === 0 && picture === undefined) return null;
  return {
    case: 'panel', measure: { as: 'number', unit: '' },
    byEventTime: byEventTime.filter(({ effect }) => Number.isFinite(effect)).map(({ event, effect, low, high }) => ({ event, effect, low: finite(low), high: finite(high) })),
    ...(picture === undefined ? {} : { path: { periods: [...picture.periods], actual: [...picture.actual], synthetic: [...picture.synthetic], before: picture.before } }),
  };
}
