// What was handed off, and the eight weeks after: whether it stayed away or came back, and what each brief still waits for.
import type { ReactNode } from 'react';
import { FollowUpBars } from '../../charts/line/FollowUpBars.tsx';
import { dayShort } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Section } from '../../ui/Section.tsx';
import { FindingSaid } from './FindingSaid.tsx';
import type { HandOff } from './line-words.ts';

const STATES: Readonly<Record<HandOff['state'], string>> = { open: 'Waits for its back-brief', acknowledged: 'Acknowledged', came_back: 'It came back', closed: 'Closed' };

export function HandOffs({ handOffs, asOf }: { readonly handOffs: readonly HandOff[]; readonly asOf: string }): ReactNode {
  if (handOffs.length === 0) return null;
  const back = handOffs.filter(({ state }) => state === 'came_back').length;
  return (
    <Section id="hand-offs" wide finding={back === 0 ? 'What you handed off' : back === 1 ? 'One hand-off came back' : `${back} hand-offs came back`} sub="Followed for eight weeks. The blue line is a quarter of what it took before; a week above it means that it came back. Hours that fall are not claimed as won.">
      <ul className="hand-offs">
        {handOffs.map((one) => (
          <li key={one.id}>
            <div>
              <p className="hand-off-name"><AppLink className="link-row" href={`/line/brief/${one.id}`}>{one.name}{one.to === undefined ? '' : ` to ${one.to}`}</AppLink></p>
              <p className="row-meta"><b>{STATES[one.state]}</b>{one.by !== undefined && `, changes hands ${dayShort(one.by)}`}{one.closedOn !== undefined && ` ${dayShort(one.closedOn)}`}</p>
            </div>
            {one.followUp.weeks.length === 0 ? <span /> : <FollowUpBars weeks={one.followUp.weeks} label={one.followUp.says} />}
            <p className="hand-off-says">{one.followUp.finding === undefined ? one.followUp.says : <FindingSaid id={`came-back-${one.id}`} finding={one.followUp.finding} asOf={asOf} says={one.followUp.says} />}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
