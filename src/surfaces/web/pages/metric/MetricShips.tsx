// The ships that may have moved a metric, with the line that marks another one.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { useAsk } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Metric } from './metric-words.ts';
import { ShipList } from './ShipList.tsx';
import { ShipQuick } from './ShipQuick.tsx';

export function MetricShips({ metric, ships, today, focus }: { readonly metric: Metric; readonly ships: OutputOf<'metric.get'>['ships']; readonly today: string; readonly focus: number }): ReactNode {
  const asked = useAsk('ship.list', {});
  const ids = new Set(ships.map(({ id }) => id));
  return (
    <Section wide finding={ships.length === 0 ? 'No ship is marked beside it yet' : `${counted(ships.length, 'ship')} may have moved it`} sub="Ships of bets on it, ships named for it, and ships named for no metric at all.">
      <ShipQuick today={today} metric={metric} focus={focus} />
      {ships.length > 0 && <Answered asked={asked} shape="rows" rows={3} words="Reading the ships">{(answer) => <ShipList ships={answer.ships.filter(({ id }) => ids.has(id))} label={`Ships beside ${metric.name}`} />}</Answered>}
      <p className="row-foot"><AppLink className="link link-small" href="/ships">All ships</AppLink></p>
    </Section>
  );
}
