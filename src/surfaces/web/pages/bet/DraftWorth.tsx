// What the bet costs and what it is worth, live: as it is stated, and once promises are taken for what they proved to be.
import type { ReactNode } from 'react';
import { said } from '../../charts/outcome/measure.ts';
import { useAsk } from '../../data/ask.ts';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { moneyWords, oneStep } from './bet-measure.ts';
import { readDraft } from './draft-text.ts';
import type { PartProps } from './draft-part.ts';
import { statedWorth, type Worth } from './worth.ts';

export function DraftWorth({ bet, draft, field, names }: PartProps): ReactNode {
  const { effectLow, effectHigh, valuePerUnit, cost, money: unit } = readDraft(bet.terms, draft.text, names.measure).change ?? {};
  const { terms: kept } = bet;
  const terms = { ...kept, effectLow: effectLow ?? kept.effectLow, effectHigh: effectHigh ?? kept.effectHigh, valuePerUnit: valuePerUnit ?? kept.valuePerUnit, cost: cost ?? kept.cost };
  const worth = statedWorth(terms);
  const money = unit ?? kept.money;
  return (
    <Section finding="What it costs, what it is worth">
      <div className="bet-line">
        <TextField label="Cost" hint="Keeping it included" short inputMode="decimal" {...field('cost')} />
        <TextField label={`What ${oneStep(names.measure)} is worth`} hint="While it pays" short inputMode="decimal" {...field('valuePerUnit')} />
        <TextField label="Both in" hint="EUR, team-weeks" short maxLength={40} suggestions={['EUR', 'USD', 'team-weeks']} {...field('money')} />
      </div>
      <div className="bet-worth" aria-live="polite">
        {worth === undefined ? <p className="bet-aside">With the effect, a cost and a value you see here what the bet is worth.</p> : <Stated worth={worth} money={money} part={{ bet, names }} terms={terms} />}
      </div>
    </Section>
  );
}

function Stated({ worth, money, part, terms }: { readonly worth: Worth; readonly money: string | undefined; readonly part: Pick<PartProps, 'bet' | 'names'>; readonly terms: PartProps['bet']['terms'] }): ReactNode {
  const rank = useAsk('bet.rank', {}, { keep: true });
  const own = rank.data?.ranked.find(({ bet }) => bet === part.bet.id);
  const { measure } = part.names;
  const step = measure.as === 'share' ? (terms.valuePerUnit ?? 0) / 100 : terms.valuePerUnit ?? 0;
  const explain = (
    <WhyBody number={moneyWords(worth.mean, money, true)} of="expected, if all comes as you state it"
      formula={<p className="formula">{said(worth.meanEffect, measure)} on average, at {moneyWords(step, money)} for {oneStep(measure)}, − {moneyWords(terms.cost ?? 0, money)} = <b>{moneyWords(worth.mean, money, true)}</b></p>}
      range={`Nine times in ten between ${moneyWords(worth.low, money, true)} and ${moneyWords(worth.high, money, true)}.`} leftOut="What stopping early would save, and everything that is no money." computed="Now, on this screen, by the rule the server uses." />
  );
  return (
    <>
      <p><b>As you state it, <NumberRef id="stated-worth" explain={explain}>{moneyWords(worth.mean, money, true)}</NumberRef></b> on average; nine times in ten between {moneyWords(worth.low, money, true)} and {moneyWords(worth.high, money, true)}.{worth.pays !== undefined && worth.pays > 0 && <> It pays from {said(worth.pays, measure, { signed: true })} on.</>}</p>
      {own !== undefined && (
        <p>Taken for what promises {rank.data?.record === 0 ? 'usually become' : 'became here'}, <NumberRef id="shrunken-worth" explain={<WhyBody number={moneyWords(own.value.mean, money, true)} of="expected, with the effect shrunk to what the record makes of it"
          formula={<p className="formula">You state {said(own.stated, measure)} on average; the record makes {said(own.effect.mean, measure)} of it ({said(own.effect.low, measure)} to {said(own.effect.high, measure)}).</p>}
          range={`To know the effect beforehand would be worth ${moneyWords(own.worthOfKnowing, money)}.`} leftOut={rank.data?.record === 0 ? 'No bet is settled here yet; the record is the 40% that usually comes of what is promised.' : `${rank.data?.record ?? 0} settled bets stand behind it.`} computed="When this draft was last kept." />}>{moneyWords(own.value.mean, money, true)}</NumberRef> ({moneyWords(own.value.low, money, true)} to {moneyWords(own.value.high, money, true)}).</p>
      )}
    </>
  );
}
