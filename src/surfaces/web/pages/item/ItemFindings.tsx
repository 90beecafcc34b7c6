// What the audit found in an item and what the cull decided on it, each with its way to disagree or take back.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { errorWords, useAsk, useDo } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { DisputeDialog } from '../../parts/DisputeDialog.tsx';
import { RULE_TITLES } from '../../parts/rule-titles.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';

type Told = OutputOf<'item.get'>;
const STATE: Readonly<Record<string, string>> = { agreed: 'Right, you said.', disputed: 'Disputed. Not raised again.', left: 'Right, left alone for now.', gone: 'No longer raised.' };
const KINDS: Readonly<Record<string, string>> = { close: 'In the plan to close', keep: 'Kept', link: 'Linked to the goal', still_a_problem: 'Still a problem' };

export function ItemFindings({ told: { item, findings, decisions } }: { readonly told: Told }): ReactNode {
  const [disputing, setDisputing] = useState<string>();
  const workspace = useAsk('workspace.get', {});
  const answer = useDo('finding.dispute', { said: () => 'Kept as not so' });
  const withdraw = useDo('finding.withdraw', { said: () => 'The finding stands again' });
  const undo = useDo('cull.undo', { said: () => 'The decision is taken back' });
  const problem = [answer, withdraw, undo].find(({ isError }) => isError)?.error;
  if (findings.length === 0 && decisions.length === 0) return item.statusClass === 'open' ? <Section finding="The audit found nothing in it" /> : null;
  return (
    <Section finding={findings.length === 0 ? 'The audit found nothing in it' : 'What the audit found'}>
      {problem !== undefined && <p className="field-error" role="alert">{errorWords(problem)}</p>}
      <ul className="item-found">
        {findings.map(({ id, rule, why, state }) => (
          <li key={id}>
            <p><b><AppLink className="link-row" href={`/backlog?rule=${rule}`}>{RULE_TITLES[rule].title}</AppLink></b></p>
            <p>{why}{STATE[state] !== undefined && <span className="disputed"> <b>{STATE[state]}</b></span>}</p>
            <p className="actions">
              {state === 'standing' && <Button kind="link" small onPress={() => setDisputing(id)}>Not so, because …</Button>}
              {state === 'standing' && <Button kind="link" small onPress={() => answer.mutate({ finding: id, verdict: 'right' })}>Right</Button>}
              {(state === 'disputed' || state === 'left' || state === 'agreed') && <Button kind="link" small onPress={() => withdraw.mutate({ finding: id })}>Take the answer back</Button>}
            </p>
          </li>
        ))}
        {decisions.map(({ id, kind, reason, until, at, undone }) => (
          <li key={id} className={undone ? 'muted' : undefined}>
            <p><b>{KINDS[kind] ?? kind}{until !== undefined && ` until ${dayShort(until)}`}</b>, decided {dayShort(at)}{reason !== undefined && `: ${reason.replaceAll('_', ' ')}`}{undone && '; taken back'}</p>
            {!undone && <p className="actions"><Button kind="link" small onPress={() => undo.mutate({ decisions: [id] })}>Take it back</Button></p>}
          </li>
        ))}
      </ul>
      {disputing !== undefined && workspace.data !== undefined && <DisputeDialog finding={disputing} today={workspace.data.today} onClose={() => setDisputing(undefined)} onAnswer={(input) => { setDisputing(undefined); answer.mutate(input); }} />}
    </Section>
  );
}
