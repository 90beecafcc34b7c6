// What a metric can answer, as data for its picture and as the finding above it. Knows no screen.
import type { OutputOf } from '../../../../contract/index.ts';
import type { DetectabilityData } from '../../charts/outcome/detectability.ts';
import { said, type Measure } from '../../charts/outcome/measure.ts';

type Answer = OutputOf<'metric.answer'>;

/** Short enough for a line of the picture; the sentence under it says the whole. */
const REASONS: Readonly<Record<string, string>> = {
  'too-little-history': 'too little history', 'no-placebo-history': 'history too short to try it', 'placebo-intervals-do-not-cover': 'its intervals did not hold', 'placebo-bias': 'it erred to one side',
  'no-relative-effect': 'nothing to be relative to', 'missing-data': 'too many gaps', 'too-few-events': 'too few events', 'no-variation': 'its values do not vary',
};

export function detectabilityOf({ horizons }: Answer, measure: Measure, minEffect: number | undefined): DetectabilityData {
  return {
    measure, ...(minEffect === undefined ? {} : { minEffect }),
    rows: horizons.map(({ days, detectable, reason }) => ({ days, detectable: detectable ?? null, ...(reason === undefined ? {} : { reason: REASONS[reason] ?? reason.replaceAll('-', ' ') }) })),
  };
}

/** Why no review could see anything: each reason once, without the distance it was said for. */
export function whyNot({ horizons, advice }: Answer): string {
  const reasons = new Map(horizons.map(({ reason, sentence }) => [reason ?? sentence, sentence.replace(/^Cannot tell( at \d+ days)?: /, '')]));
  const words = [...reasons.values()].map((one) => `${one.charAt(0).toUpperCase()}${one.slice(1)}`).join(' ');
  return words === '' ? advice ?? '' : words;
}

/** The finding: whether it sees the smallest effect that matters and when, or what it sees best. */
export function detectFinding({ horizons }: Answer, measure: Measure, minEffect: number | undefined): string {
  const seen = horizons.filter((one): one is typeof one & { detectable: number } => one.detectable !== undefined);
  if (seen.length === 0) return 'It cannot answer a bet yet';
  const best = seen.reduce((least, one) => (one.detectable < least.detectable ? one : least));
  if (minEffect === undefined) return `It sees ${said(best.detectable, measure)} or more at ${best.days} days`;
  const first = seen.find(({ detectable }) => detectable <= minEffect);
  return first === undefined ? `${said(minEffect, measure)} is too small for it to see; ${said(best.detectable, measure)} is not` : `It sees ${said(minEffect, measure)} at ${first.days} days`;
}
