// Base rate before belief: the record of bets like this one is shown first, and only then the probability opens.
import { useEffect, useRef, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { said } from '../../charts/outcome/measure.ts';
import { BaseRates, baseOf } from './BaseRates.tsx';
import type { PartProps } from './draft-part.ts';
import { ProbabilityField } from './ProbabilityField.tsx';

export function DraftBelief({ bet, draft, field, names }: PartProps): ReactNode {
  const base = useDo('bet.base');
  const { mutate, data } = base;
  const { kind, minEffect } = bet.terms;
  const asked = useRef<string>(undefined);
  const seen = bet.baseRateShownAt !== undefined;
  useEffect(() => {
    // Shown before: shown again when the page is, and whenever the kind of bet changes, so that what stands here is what was seen.
    if (!seen || asked.current === (kind ?? '')) return;
    asked.current = kind ?? '';
    mutate({ bet: bet.id });
  }, [seen, kind, bet.id, mutate]);
  const look = (): void => {
    asked.current = kind ?? '';
    draft.leave();
    mutate({ bet: bet.id });
  };
  const bar = minEffect === undefined ? 'the smallest effect that would matter' : said(minEffect, names.measure);
  return (
    <Section finding="Before belief, the base rate">
      {!seen && data === undefined && (
        <div data-field="base" className="bet-closed">
          <p>The probability opens once you have looked at what became of bets like this one. A number said before that is mostly hope.</p>
          <Button onPress={look} busy={base.isPending} label="Show what became of bets like it">Show what became of bets like it</Button>
        </div>
      )}
      {base.error !== null && <AskError error={base.error} kept="The draft is as it was." onRetry={look} />}
      {seen && data === undefined && base.error === null && <Skeleton words="Reading the record" />}
      {data !== undefined && (
        <>
          <BaseRates shown={data} />
          <ProbabilityField label="Your probability, in per cent" hint={`That the effect is ${bar} or more at the review that decides. Steps of five on the line; type for what lies between.`} base={baseOf(data.rates[0], data.kind)} {...field('probability')} />
        </>
      )}
    </Section>
  );
}
