// A placed bet, from its seal to its lesson: what was promised before anyone knew, who believes it, the ship, the reviews, the outcome.
import { useState, type ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { LeadingItems } from '../../parts/LeadingItems.tsx';
import { Section } from '../../ui/Section.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { AmendDialog } from './AmendDialog.tsx';
import { useBetNames } from './bet-names.ts';
import { ODDS_LINES } from './bet-record.ts';
import type { Bet, Doing, Rate, Seal } from './bet-words.ts';
import { DropDialog } from './DropDialog.tsx';
import { Forecasts } from './Forecasts.tsx';
import { Lessons } from './Lessons.tsx';
import { Readouts } from './Readouts.tsx';
import { Reviews } from './Reviews.tsx';
import { SealedHead } from './SealedHead.tsx';
import { SealedRecord } from './SealedRecord.tsx';
import { SealLine } from './SealLine.tsx';
import { ShipDialog } from './ShipDialog.tsx';
import { SettledReadout } from './SettledReadout.tsx';

interface SealedBase { readonly kind?: string; readonly rates?: readonly Rate[] }

export function SealedPage({ bet, fresh }: { readonly bet: Bet; readonly fresh: Seal | undefined }): ReactNode {
  const names = useBetNames(bet.terms);
  const [doing, setDoing] = useState<Doing>();
  const leave = (): void => setDoing(undefined);
  const seals = useAsk('seal.list', { bet: bet.id });
  const members = useAsk('member.list', {});
  const forecasts = useAsk('forecast.list', { bet: bet.id });
  const placement = seals.data?.seals.find(({ kind }) => kind === 'placement');
  const base = placement?.content['baseRate'] as SealedBase | null | undefined;
  const me = members.data?.members.find((member) => member.me)?.id;
  const settled = bet.stage === 'settled';
  const given = forecasts.data?.forecasts.some(({ mine }) => mine) ?? false;
  // The PM’s own number would anchor whoever has not said theirs.
  const anchors = bet.stage === 'placed' && placement !== undefined && placement.content['placedBy'] !== me && !given;
  const covered = bet.hiddenUntil !== undefined ? { lines: ODDS_LINES, words: 'Covered while its review is open to you: it asks what you remember first.' } : anchors ? { lines: ['probability'], words: 'Sealed; shown to you once you have given your own.' } : undefined;
  const idle = (): boolean => doing === undefined;
  useCommands([
    { id: 'bet.ship', title: 'Record that it shipped', group: 'This bet', keys: 's', when: () => idle() && bet.stage === 'placed', run: () => setDoing('ship') },
    { id: 'bet.amend', title: 'Amend the bet', group: 'This bet', keys: 'a', when: () => idle() && !settled, run: () => setDoing('amend') },
    { id: 'bet.drop', title: 'Drop the bet', group: 'This bet', keys: 'x', when: () => idle() && !settled, run: () => setDoing('drop') },
  ]);
  return (
    <>
      <SealedHead bet={bet} names={names} fresh={fresh} onDo={setDoing} />
      {settled && <SettledReadout bet={bet} part="pictures" />}
      {settled && <Lessons bet={bet} names={names} />}
      {bet.stage === 'shipped' && <Reviews bet={bet} />}
      {bet.stage === 'shipped' && <Readouts bet={bet} />}
      <Section finding={bet.stage === 'placed' ? 'What is sealed, before anyone knows' : 'What was sealed, before anyone knew'}>
        <SealLine bet={bet} />
        <SealedRecord terms={bet.terms} names={names} amendments={bet.amendments} covered={covered} />
      </Section>
      <Forecasts bet={bet} base={base?.rates?.[0]} kind={base?.kind} asked={forecasts} sealed={placement !== undefined && placement.content['placedBy'] === me ? bet.terms.probability : undefined} />
      {settled && bet.outcome?.readout !== undefined && <Section finding="What stands behind the verdict" />}
      {settled && <SettledReadout bet={bet} part="behind" />}
      {settled && bet.ship !== undefined && <Readouts bet={bet} />}
      <LeadingItems target={{ kind: 'bet', id: bet.id, key: bet.key }} open={!settled} />
      {doing === 'amend' && <AmendDialog bet={bet} names={names} onClose={leave} />}
      {doing === 'ship' && <ShipDialog bet={bet} onClose={leave} />}
      {doing === 'drop' && <DropDialog bet={bet} onClose={leave} />}
    </>
  );
}
