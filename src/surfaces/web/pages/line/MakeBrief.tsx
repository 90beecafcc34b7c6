// Making the brief that was looked ahead at: from then on its figures are frozen and its words stay editable. Where there is nobody to hand
// it to, what makes the work smaller instead.
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { NextAction } from '../../ui/NextAction.tsx';
import { Section } from '../../ui/Section.tsx';
import { BriefFields } from './BriefEdit.tsx';
import { briefTextOf, madeInput, rateIn, type Brief } from './brief-text.ts';

export function MakeBrief({ brief }: { readonly brief: Brief }): ReactNode {
  const navigate = useNavigate();
  const [text, setText] = useState(() => briefTextOf(brief));
  const make = useDo('line.hand_off', { said: ({ handOff }) => handOff.says, done: ({ handOff }) => void navigate({ to: `/line/brief/${handOff.id}`, replace: true }) });
  const fits = text.rate.trim() === '' || rateIn(text.rate) !== undefined;
  const keep = (): void => { if (fits && !make.isPending) make.mutate({ kind: brief.kind, ...madeInput(text) }); };
  useCommands([{ id: 'brief.make', title: 'Make the brief', group: 'This brief', keys: '$mod+Enter', run: keep }]);
  return (
    <>
      <NextAction proposal="Make it a brief." action={<Button kind="primary" command="brief.make" busy={make.isPending} onPress={keep}>Make the brief</Button>}>Its figures are frozen as of today; its words stay yours to edit.</NextAction>
      {make.error !== null && <AskError error={make.error} kept="No brief was made; your words are still here." />}
      <Section finding="What no record says">
        <form className="brief-form" aria-label="The words of the brief" onSubmit={(event) => { event.preventDefault(); keep(); }}><BriefFields text={text} onText={setText} /></form>
      </Section>
      {brief.instead.length > 0 && (
        <Section finding="Nobody to hand it to" sub="In a company with one product manager there often is nobody. Then the work itself can shrink.">
          <ul className="instead">{brief.instead.map(({ way, says }) => <li key={way}>{says}</li>)}</ul>
          <p className="actions"><AppLink className="link" href={`/line?draw=${brief.kind}`}>Change the line on {brief.name}</AppLink></p>
        </Section>
      )}
    </>
  );
}
