// How much has to move and how much is expected, with what the metric can see at each review said right there.
import type { ReactNode } from 'react';
import { quantileOf } from '../../../../domain/outcome/next-bet/distribution.ts';
import { distributionBetween } from '../../../../domain/outcome/next-bet/stated-effect.ts';
import { DistributionEntry } from '../../charts/DistributionEntry.tsx';
import { Figure } from '../../charts/Figure.tsx';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { detectabilitySummary, detectabilityTable, type DetectabilityData } from '../../charts/outcome/detectability.ts';
import { DetectabilityChart } from '../../charts/outcome/DetectabilityChart.tsx';
import type { OutputOf } from '../../../../contract/index.ts';
import { useAsk } from '../../data/ask.ts';
import { Answered } from '../../parts/Answered.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { effectMeasure } from './bet-measure.ts';
import type { Terms } from './bet-words.ts';
import { Choices } from './Choices.tsx';
import type { PartProps } from './draft-part.ts';

/** What loses its meaning when effects are counted otherwise. */
const COUNTED = ['minEffect', 'effectLow', 'effectHigh', 'killBelow', 'valuePerUnit'] as const;

export function DraftEffect({ bet, draft, field, names }: PartProps): ReactNode {
  const { metric, measure } = names;
  const { terms } = bet;
  const unit = measure.unit === '%' ? 'in per cent of what it is now' : `in${measure.unit === '' ? ' its own numbers' : measure.unit}`;
  const own = effectMeasure('absolute', metric).unit.trim();
  const { value, onChange, error } = field('effect');
  const scales = [{ id: 'relative', name: 'In per cent of what it is now' }, { id: 'absolute', name: own === '' ? 'In its own numbers' : `In ${own}` }] as const;
  const clear = COUNTED.filter((name) => terms[name] !== undefined);
  return (
    <Section finding="How much">
      <Choices label="Which way is good" name="direction" choices={[{ id: 'up', name: 'Up' }, { id: 'down', name: 'Down' }]} value={terms.direction} onChange={(direction) => draft.choose({ direction })} hint={metric === undefined ? 'Comes with the metric.' : undefined} />
      <Choices label="How the effect is counted" name="scale" choices={scales} value={terms.scale ?? 'relative'} onChange={(scale) => draft.choose({ scale, ...(clear.length > 0 ? { clear: [...clear] } : {}) })} hint={clear.length > 0 ? 'Another way empties the amounts below; they would mean something else.' : undefined} />
      <TextField label={`The smallest effect that would matter, ${unit}`} hint="The bar. Below it you would rather not have done it." short inputMode="decimal" {...field('minEffect')} />
      <Answerability {...{ bet, names }} />
      {/* The entry draws what it reads; its field is found by the name on the wrapper. */}
      <div data-field="effect"><DistributionEntry label={`The effect you expect, ${unit}`} value={value} onChange={onChange} measure={measure} minEffect={terms.minEffect} hint="From its 5th to its 95th percentile, such as 2 to 20. Nine times in ten it should lie between; better counts as positive." {...(error === undefined ? {} : { error })} /></div>
    </Section>
  );
}

const SHORT: Readonly<Record<string, string>> = {
  'too-little-history': 'its history is too short', 'no-placebo-history': 'too short to try it on past dates', 'placebo-intervals-do-not-cover': 'the method fails on past dates', 'placebo-bias': 'the method errs to one side', 'missing-data': 'too many days are missing',
  'too-few-events': 'too few events', 'no-relative-effect': 'no per cent of nearly nothing', 'no-variation': 'its values do not vary', 'no-absolute-effect': 'only in per cent',
};

function Answerability({ bet, names }: Pick<PartProps, 'bet' | 'names'>): ReactNode {
  const { metric, scale, minEffect, effectLow, effectHigh, controls } = bet.terms;
  const asked = useAsk('metric.answer', {
    metric: metric ?? '', scale: scale ?? 'relative', ...(minEffect === undefined ? {} : { minEffect }), ...(effectLow === undefined || effectHigh === undefined ? {} : { effectLow, effectHigh }), ...(controls.length > 0 ? { controls } : {}),
  }, { when: metric !== undefined, keep: true });
  if (metric === undefined) return <p className="bet-aside">Choose a metric and you see here what it can answer after 30, 90 and 365 days.</p>;
  return <Answered asked={asked} shape="figure" words="Asking the metric what it can see">{(answer) => <Seen answer={answer} bet={bet} names={names} />}</Answered>;
}

function Seen({ answer, bet, names }: Pick<PartProps, 'bet' | 'names'> & { readonly answer: OutputOf<'metric.answer'> }): ReactNode {
  const { minEffect, effectLow, effectHigh, design } = bet.terms;
  const hoped = effectLow !== undefined && effectHigh !== undefined && effectLow < effectHigh ? distributionBetween(effectLow, effectHigh) : undefined;
  const data: DetectabilityData = {
    measure: names.measure, minEffect, ...(hoped && effectLow !== undefined && effectHigh !== undefined ? { hoped: { low: effectLow, mid: quantileOf(hoped, 0.5), high: effectHigh } } : {}),
    rows: answer.horizons.map(({ days, detectable, reason }) => ({ days, detectable: detectable ?? null, ...(reason === undefined ? {} : { reason: SHORT[reason] ?? 'it cannot answer' }) })),
  };
  const refused = answer.horizons.filter(({ reason }) => reason !== undefined);
  return (
    <div className="bet-answer" aria-live="polite">
      {data.rows.length > 0 && (
        <Figure id="answer" wide={false} title={titleOf(answer, bet.terms)} unit={`Smallest effect seen four times in five, from ${names.metric?.name ?? 'the metric'}’s own history; hatched: too small to tell from noise`} summary={detectabilitySummary(data)} table={figureTable(detectabilityTable(data))}
          {...(design === 'before-after' ? {} : { caption: 'You named another way to read it, so this is only what before and after would see; how far yours reaches depends on how many take part.' })}>
          {(frame) => <DetectabilityChart data={data} frame={frame} />}
        </Figure>
      )}
      {refused.length > 0 && <ul className="bet-sentences">{refused.map(({ days, sentence }) => <li key={days}>{sentence}</li>)}</ul>}
      {answer.advice !== undefined && <p className="bet-advice"><b>What to do instead.</b> {answer.advice}</p>}
    </div>
  );
}

function titleOf({ horizons }: OutputOf<'metric.answer'>, { minEffect, primaryReview }: Terms): string {
  const seen = horizons.filter(({ detectable }) => detectable !== undefined);
  if (seen.length === 0) return 'This metric cannot answer yet';
  if (minEffect === undefined) return `It can answer after ${seen.map(({ days }) => days).join(', ')} days, if the effect is large enough`;
  const enough = horizons.filter((one) => one.enough === true);
  if (enough.length === 0) return 'This metric cannot see what would matter';
  return enough.some(({ days }) => days === primaryReview) ? `After ${primaryReview} days, when it is decided, this metric sees your bar` : `The ${primaryReview}-day review cannot see your bar; the ${enough[0]!.days}-day one can`;
}
