// Ships: what reached users and when, which bet each was, how many were none, and the share whose outcome was measured.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { useAsk } from '../../data/ask.ts';
import { count, percent } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { Note } from '../../ui/Note.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { ShipFind } from './ShipFind.tsx';
import { ShipList } from './ShipList.tsx';
import { ShipQuick } from './ShipQuick.tsx';
import type { Ship, Ships } from './ship-words.ts';
import '../../parts/parts.css';
import './metric.css';

const KINDS = [{ id: 'all', name: 'All' }, { id: 'unasked', name: 'Not answered' }, { id: 'bet', name: 'Bets' }, { id: 'no_bet', name: 'No bets' }] as const;
type Kind = (typeof KINDS)[number]['id'];

export function ShipsPage(): ReactNode {
  const asked = useAsk('ship.list', {});
  const workspace = useAsk('workspace.get', {});
  const [focus, setFocus] = useState(0);
  const [kind, setKind] = useState<Kind>('all');
  useCommands([{ id: 'ship.add', title: 'Mark a ship', group: 'Ships', keys: 'c', run: () => setFocus((before) => before + 1) }]);
  return (
    <Answered asked={asked} shape="page" words="Reading the ships" kept="Ships are as they were.">
      {(answer) => (
        <Answered asked={workspace} shape="page" words="Reading the day">
          {(place) => {
            const of = (one: Kind): Ship[] => answer.ships.filter((ship) => one === 'all' || ship.answer === one);
            return (
              <>
                <Lead>
                  <p className="way-back"><AppLink className="link link-small" href="/metrics">Metrics</AppLink></p>
                  <Head answer={answer} today={place.today} />
                </Lead>
                <Section finding="Mark a ship"><ShipQuick today={place.today} focus={focus} /><ShipFind /></Section>
                {answer.ships.length > 0 && (
                  <Section wide>
                    <Tabs label="Ships by answer" selected={kind} onSelect={(id) => setKind(id as Kind)} items={KINDS.map(({ id, name }) => ({ id, name, count: of(id).length }))}>
                      {of(kind).length === 0 ? <p className="muted metric-none">None.</p> : <ShipList key={kind} ships={of(kind)} label="Ships" />}
                    </Tabs>
                  </Section>
                )}
                <Note title="Asked once"><p>A ship asks once which bet it was. “No bet” is an answer: something shipped without a claim that could be checked.</p></Note>
              </>
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}

function Head({ answer, today }: { readonly answer: Ships; readonly today: OutputOf<'workspace.get'>['today'] }): ReactNode {
  const { ships, bets, noBets, unasked, measured, measuredShare } = answer;
  if (ships.length === 0) return <Sentence lede="A ship is what reached users, with its day. Releases, versions, milestones and epics that came to their end are found in imported items; anything else is marked by hand.">No ship is marked yet.</Sentence>;
  const number = (id: string, value: number, of: string, rule: string): ReactNode => (
    <NumberRef id={id} explain={<WhyBody number={count(value)} of={of} formula={<p className="formula">{rule}</p>} computed={`As the ships stand today, ${today}.`} />}>{count(value)}</NumberRef>
  );
  return (
    <>
      <Sentence>
        {number('ships', ships.length, 'ships', 'Every ship that was marked by hand or found in items.')} {ships.length === 1 ? 'ship' : 'ships'} reached users; {number('unbet', noBets, 'ships without a bet', 'Ships that were answered with “no bet”.')} without a bet
        {unasked > 0 && <>, {number('unasked', unasked, 'ships that are not answered', 'Ships for which nobody has said yet which bet they were.')} not answered</>}.
        {measuredShare === undefined ? '' : <> {number('measured', measured, 'ships with a measured outcome', `${count(measured)} of ${count(ships.length)} is ${percent(measuredShare)}: ships whose bet was settled on a measured outcome.`)} of {count(ships.length)} {measured === 1 ? 'has' : 'have'} a measured outcome.</>}
      </Sentence>
      <Freshness>{bets === 0 ? 'None was a bet.' : bets === 1 ? 'One was a bet.' : `${count(bets)} were bets.`} A bet is measured when its review day has come and its metric could answer.</Freshness>
    </>
  );
}
