// The one decision of this week: what pattern the record shows, what it rests on, and the five answers. What an answer needs is asked for
// in the same place; an answer that needs nothing is given with one key.
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ask, RefusedError, useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { liveErrors, rowErrors, textOf } from './charter-text.ts';
import { answersOf, choiceName, decideInput, isStance, type Choice } from './decide-text.ts';
import { FindingSaid } from './FindingSaid.tsx';
import { afterName, lowerFirst, type Capacity, type CharterRow, type Decision } from './line-words.ts';
import { TermsFields } from './TermsFields.tsx';

export interface LineDecisionProps {
  readonly decision: Decision;
  readonly charter: readonly CharterRow[];
  readonly capacity: Capacity;
  readonly asOf: string;
}

export function LineDecision({ decision, charter, capacity, asOf }: LineDecisionProps): ReactNode {
  const row = charter.find(({ kind }) => kind === decision.kind);
  const [choice, setChoice] = useState<Choice>();
  const [failed, setFailed] = useState<unknown>();
  const decide = useDo('line.decide', { said: (_, input) => `${decision.name}: ${lowerFirst(choiceName(input.choice))}`, done: () => setChoice(undefined) });
  const { five, ways } = answersOf(decision.options);
  const choose = (next: Choice): void => {
    decide.reset();
    setFailed(undefined);
    if (isStance(next) && row !== undefined) setChoice(next);
    else decide.mutate({ decision: decision.decision, choice: next });
  };
  useCommands(five.map((option, at) => ({ id: `line.answer-${option.choice}`, title: choiceName(option.choice), group: 'This week’s decision', keys: String(at + 1), when: () => choice === undefined && !decide.isPending, run: () => choose(option.choice) })));
  return (
    <Section id="decision" finding={<FindingSaid id="decision" finding={decision.finding} asOf={asOf} />}>
      {choice === undefined || row === undefined ? (
        <>
          <ol className="answers">
            {five.map((option) => (
              <li key={option.choice}><Button kind={option.choice === 'hand_off' ? 'primary' : 'quiet'} command={`line.answer-${option.choice}`} busy={decide.isPending && decide.variables.choice === option.choice} onPress={() => choose(option.choice)}>{choiceName(option.choice)}</Button><span className="answer-says">{afterName(option.says)}</span></li>
            ))}
          </ol>
          {ways.length > 0 && (
            <details className="ways">
              <summary>Nobody to hand it to</summary>
              <ul className="answers">{ways.map((option) => <li key={option.choice}><Button busy={decide.isPending && decide.variables.choice === option.choice} onPress={() => choose(option.choice)}>{choiceName(option.choice)}</Button><span className="answer-says">{afterName(option.says)}</span></li>)}</ul>
            </details>
          )}
        </>
      ) : <Answer key={choice} choice={choice} decision={decision} row={row} charter={charter} capacity={capacity} decide={decide} onFailed={setFailed} onLeave={() => setChoice(undefined)} />}
      {(failed ?? decide.error ?? undefined) !== undefined && <AskError error={failed ?? decide.error} kept="Nothing was decided; what you typed is still here." />}
      <p className="small muted decision-not">Not claimed: {lowerFirst(decision.finding.notClaimed)}</p>
    </Section>
  );
}

interface AnswerProps extends Omit<LineDecisionProps, 'asOf'> {
  readonly choice: Choice;
  readonly row: CharterRow;
  readonly decide: ReturnType<typeof useDo<'line.decide'>>;
  readonly onFailed: (error: unknown) => void;
  readonly onLeave: () => void;
}

/** What an answer asks for. Handing off goes on to the brief. */
function Answer({ choice, decision, row, charter, capacity, decide, onFailed, onLeave }: AnswerProps): ReactNode {
  const navigate = useNavigate();
  const [text, setText] = useState(() => ({ ...textOf(row, isStance(choice) ? choice : undefined), who: row.stance === choice ? textOf(row).who : '' }));
  const [drafting, setDrafting] = useState(false);
  const [tried, setTried] = useState(false);
  const errors = rowErrors(text, row, capacity);
  const handsOff = choice === 'hand_off';
  const keep = async (): Promise<void> => {
    setTried(true);
    if (decide.isPending || drafting || Object.keys(errors).length > 0) return;
    onFailed(undefined);
    const input = decideInput(decision.decision, choice, text);
    if (!handsOff) { decide.mutate(input); return; }
    setDrafting(true);
    try {
      await decide.mutateAsync(input);
      const { handOff } = await ask('line.hand_off', { kind: decision.kind, decision: decision.decision, ...(input.to === undefined ? {} : { to: input.to }), ...(input.by === undefined ? {} : { by: input.by }), ...(input.level === undefined ? {} : { level: input.level }) });
      void navigate({ to: `/line/brief/${handOff.id}` });
    } catch (error) {
      if (error instanceof RefusedError && error.code === 'hand_off_open') toasts.show(error.message);
      else onFailed(error);
      setDrafting(false);
    }
  };
  useCommands([
    { id: 'line.keep', title: 'Keep the answer', group: 'This week’s decision', keys: '$mod+Enter', priority: 1, run: () => void keep() },
    { id: 'line.leave', title: 'Answer later', group: 'This week’s decision', keys: 'Escape', priority: 1, run: onLeave },
  ]);
  return (
    <form className="answer" aria-label={choiceName(choice)} onSubmit={(event) => { event.preventDefault(); void keep(); }}>
      <p className="answer-head"><b>{choiceName(choice)}.</b> {afterName(decision.options.find((option) => option.choice === choice)?.says ?? '')}</p>
      <TermsFields row={row} text={text} onText={setText} charter={charter} capacity={capacity} errors={liveErrors(errors, text, tried)} autoFocus />
      <p className="actions">
        <Button kind="primary" type="submit" command="line.keep" busy={decide.isPending || drafting}>{handsOff ? 'Decide, and draft the brief' : 'Decide'}</Button>
        <Button kind="link" command="line.leave" onPress={onLeave}>Answer later</Button>
      </p>
    </form>
  );
}
