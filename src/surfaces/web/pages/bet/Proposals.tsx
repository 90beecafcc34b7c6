// What a program working for the PM would like to do and only a person may: a quiet queue, accepted or declined one by one.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { useAsk, useDo } from '../../data/ask.ts';
import { timeWords } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { RowKeysHint } from '../../ui/RowKeysHint.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { proposalWords } from './proposal-words.ts';

type Proposal = OutputOf<'proposal.list'>['proposals'][number];

export function Proposals(): ReactNode {
  const asked = useAsk('proposal.list', {});
  const bets = useAsk('bet.list', { state: 'all' });
  const waiting = asked.data?.proposals ?? [];
  if (waiting.length === 0) return null;
  return (
    <Section wide finding={waiting.length === 1 ? 'One proposal waits for your yes' : `${waiting.length} proposals wait for your yes`} sub="Made by a program that works for you. Nothing happens until you accept.">
      <ProposalRows proposals={waiting} bets={bets.data?.bets ?? []} />
    </Section>
  );
}

function ProposalRows({ proposals, bets }: { readonly proposals: readonly Proposal[]; readonly bets: OutputOf<'bet.list'>['bets'] }): ReactNode {
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const decide = useDo('proposal.decide', {
    said: ({ proposal, refusal }) => (refusal === undefined ? `${proposal.key} is ${proposal.state}` : undefined),
    done: ({ proposal, refusal }) => setRefusals((before) => ({ ...before, ...(refusal === undefined ? {} : { [proposal.id]: refusal.sentence }) })),
  });
  const answer = (at: number, accept: boolean): void => { const one = proposals[at]; if (one) decide.mutate({ proposal: one.id, accept }); };
  const keys = useRowKeys({ name: 'proposals', group: 'Proposals', count: proposals.length, primary: false, actions: [
    { keys: 'e', title: 'Accept the proposal', run: (at) => answer(at, true) }, { keys: 'd', title: 'Decline the proposal', run: (at) => answer(at, false) },
  ] });
  return (
    <>
      <Rows items={proposals} itemKey={({ id }) => id} keys={keys} label="Proposals" className="finding proposal-row" rowLabel={(one) => `${one.key}, ${proposalWords(one.operation)}`}>
        {(one, at) => {
          const bet = bets.find(({ id, key }) => id === one.input['bet'] || key === one.input['bet']);
          return (
            <>
              <span className="row-key">{one.key}</span>
              <div>
                <p className="finding-title">{proposalWords(one.operation)}{bet !== undefined && <> <AppLink className="link-row" href={`/bets/${bet.key}`}>{bet.key} {bet.claim}</AppLink></>}{at === keys.current && <RowKeysHint actions={[{ keys: 'e', word: 'accept' }, { keys: 'd', word: 'decline' }]} />}</p>
                <p className="finding-why">{one.words !== undefined && <>“{one.words}” </>}{timeWords(one.madeAt)}.</p>
                <Given input={one.input} />
                {refusals[one.id] !== undefined && <p className="field-error" role="alert">It cannot be carried out now, so it still waits: {refusals[one.id]}</p>}
                <p className="actions"><Button kind="link" small busy={decide.isPending} label={`Accept ${one.key}`} onPress={() => answer(at, true)}>Accept and do it</Button><Button kind="link" small busy={decide.isPending} label={`Decline ${one.key}`} onPress={() => answer(at, false)}>Decline</Button></p>
              </div>
            </>
          );
        }}
      </Rows>
      {decide.error !== null && <AskError error={decide.error} kept="Nothing was carried out." />}
    </>
  );
}

/** Everything that would be handed over, so that a yes is given to what is really asked. */
function Given({ input }: { readonly input: Proposal['input'] }): ReactNode {
  const facts = Object.entries(input).filter(([name]) => name !== 'bet');
  if (facts.length === 0) return null;
  return <ul className="bet-given">{facts.map(([name, value]) => <li key={name}><span className="muted">{name}</span> {typeof value === 'string' ? value : JSON.stringify(value)}</li>)}</ul>;
}
