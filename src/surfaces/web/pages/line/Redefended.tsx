// The hours spent on defending bets that had been approved, bet by bet. Nothing while no meeting is marked.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { hoursSaid } from '../../charts/attention/hours.ts';
import { useAsk } from '../../data/ask.ts';
import { counted, dayShort } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Section } from '../../ui/Section.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';

type Defended = OutputOf<'attention.defended'>['bets'][number];

export function Redefended(): ReactNode {
  const { data } = useAsk('attention.defended', {});
  if (data === undefined || data.bets.length === 0) return null;
  return (
    <Section id="defended" finding="Approved, and defended again" sub={data.says}>
      <ul className="plain-rows defended">
        {data.bets.map((bet) => <li key={bet.id}><span className="row-key">{bet.key}</span><AppLink className="link-row defended-claim" href={`/bets/${bet.key}`}>{bet.claim}</AppLink><span className="right tabular"><NumberRef id={`defended-${bet.key}`} label={`${bet.key}: ${hoursSaid(bet.minutes)}`} explain={<DefendedWhy bet={bet} />}>{hoursSaid(bet.minutes)}</NumberRef></span></li>)}
      </ul>
    </Section>
  );
}

function DefendedWhy({ bet }: { readonly bet: Defended }): ReactNode {
  return (
    <WhyBody number={hoursSaid(bet.minutes)} of={`of meetings that defended ${bet.key} after it was approved`}
      rows={{
        columns: [{ id: 'title', head: 'Meeting', rowHead: true, cell: (one: Defended['events'][number]) => one.title || 'no title' }, { id: 'day', head: 'Day', noWrap: true, cell: (one: Defended['events'][number]) => dayShort(one.start) }, { id: 'minutes', head: 'Minutes', right: true, cell: (one: Defended['events'][number]) => Math.round(one.minutes) }],
        rows: bet.events, rowKey: (one: Defended['events'][number]) => one.event,
      }}
      leftOut="Meetings you have not marked. Most titles do not tell alignment from defence." computed={`${counted(bet.meetings, 'meeting')}, each marked by you in Attention.`} />
  );
}
