// The head of the ledger: its finding, how many ships have a measured outcome, and the one thing to do now.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { useAsk } from '../../data/ask.ts';
import { count, counted, dayShort, percent } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import type { Column } from '../../ui/Table.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { ledgerSentence, type Bet, type Stage } from './bet-words.ts';

export function BetsLead({ on, reviews, adding, onWrite }: { readonly on: Readonly<Record<Stage, readonly Bet[]>>; readonly reviews: OutputOf<'review.list'> | undefined; readonly adding: boolean; readonly onWrite: () => void }): ReactNode {
  const navigate = useNavigate();
  const due = (reviews?.reviews ?? []).filter(({ state }) => state === 'due');
  const first = due[0];
  const go = (): void => { if (first) void navigate({ to: `/bets/${first.key}/review/${first.review}` }); };
  useCommands([{ id: 'bets.review', title: 'Begin the review that is due', group: 'Bets', keys: 'r', when: () => first !== undefined, run: go }]);
  return (
    <>
      <Lead>
        <Sentence>{ledgerSentence(on, due)}</Sentence>
        <Measured />
      </Lead>
      {!adding && (first !== undefined
        ? <NextAction proposal={`Read ${first.key} out.`} action={<Button kind="primary" command="bets.review" onPress={go}>Begin the {first.review}-day review</Button>} alternative={<Button kind="link" command="bet.add" onPress={onWrite}>Write a bet down</Button>}>{first.claim.length > 120 ? `${first.claim.slice(0, 119).trimEnd()}…` : first.claim}</NextAction>
        : <NextAction proposal="Write the next bet down." action={<Button kind="primary" command="bet.add" onPress={onWrite}>Write a bet down</Button>}>Before the work begins, while nobody knows: what it moves, by how much, and how sure you are.</NextAction>)}
    </>
  );
}

const SHIP_COLUMNS: readonly Column<OutputOf<'ship.list'>['ships'][number]>[] = [
  { id: 'ship', head: 'Ship', rowHead: true, cell: ({ title }) => title },
  { id: 'day', head: 'Day', noWrap: true, cell: ({ shippedOn }) => dayShort(shippedOn) },
  { id: 'bet', head: 'Bet', cell: ({ bet, answer }) => (bet === undefined ? (answer === 'no_bet' ? 'none' : 'not said') : <AppLink className="link-row" href={`/bets/${bet.key}`}>{bet.key}</AppLink>) },
];

function Measured(): ReactNode {
  const ships = useAsk('ship.list', {});
  if (ships.data === undefined) return <Freshness>Reading the ships.</Freshness>;
  const { ships: all, measured, measuredShare, noBets, unasked } = ships.data;
  if (measuredShare === undefined) return <Freshness>Nothing has shipped yet. A ship is recorded on its bet, or found in the imported items under <AppLink className="link link-small" href="/ships">Ships</AppLink>.</Freshness>;
  const explain = <WhyBody number={percent(measuredShare)} of="of ships have a measured outcome" formula={<p className="formula">{count(measured)} / {count(all.length)} = <b>{percent(measuredShare)}</b></p>} rows={{ columns: SHIP_COLUMNS, rows: all.slice(0, 12), rowKey: ({ id }) => id, more: all.length > 12 ? { label: `All ${count(all.length)} ships`, href: '/ships' } : undefined }} leftOut={<>{counted(noBets, 'ship was', 'ships were')} no bet; {unasked === 0 ? 'every other one is answered for' : counted(unasked, 'is not answered for yet', 'are not answered for yet')}. A bet whose metric could not answer counts as not measured.</>} computed="When this page was read, from the ships and settled bets of the workspace." />;
  return <Freshness><NumberRef id="measured-share" label={`${percent(measuredShare)} of ships have a measured outcome`} explain={explain}>{percent(measuredShare)}</NumberRef> of {counted(all.length, 'ship')} {all.length === 1 ? 'has' : 'have'} a measured outcome{noBets > 0 && <>; {count(noBets)} shipped without a bet</>}{unasked > 0 && <>; <AppLink className="link link-small" href="/ships">{counted(unasked, 'waits', 'wait')} for an answer</AppLink></>}.</Freshness>;
}
