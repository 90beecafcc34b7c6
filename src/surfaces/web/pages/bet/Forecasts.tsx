// Who believes it how much: the base rate, and every forecast once you have given your own. The spread is an agenda, not a vote.
import { useState, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '../../../../contract/index.ts';
import { Figure } from '../../charts/Figure.tsx';
import { chance } from '../../charts/outcome/measure.ts';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { useDo } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { baseOf } from './BaseRates.tsx';
import { numberIn } from './bet-measure.ts';
import { BeliefAxis, beliefSummary } from './BeliefAxis.tsx';
import type { Bet, Rate } from './bet-words.ts';
import { ProbabilityField } from './ProbabilityField.tsx';

type Shown = OutputOf<'forecast.list'>;

/** `sealed` is your own probability in the seal, if you placed the bet: it stands for you until you give a forecast. */
export function Forecasts({ bet, base, kind, asked, sealed }: { readonly bet: Bet; readonly base: Rate | undefined; readonly kind: string | undefined; readonly asked: UseQueryResult<Shown>; readonly sealed: number | undefined }): ReactNode {
  const [giving, setGiving] = useState(false);
  const open = bet.stage === 'placed';
  useCommands([{ id: 'forecast.give', title: 'Give your forecast', group: 'This bet', keys: 'f', when: () => open && !giving, run: () => setGiving(true) }]);
  return (
    <Section finding="Before belief, the base rate" sub={open ? 'Each forecast stays hidden from the others until they have given theirs. The last one before the ship counts.' : 'Each forecast stayed hidden from the others until they had given theirs.'}>
      <Answered asked={asked} shape="figure" words="Reading the forecasts">
        {(shown) => {
          const mine = shown.forecasts.find((forecast) => forecast.mine);
          return (
            <>
              {giving
                ? <GiveForecast bet={bet} shown={shown} base={base} kind={kind} onDone={() => setGiving(false)} />
                : <Beliefs shown={shown} base={base} kind={kind} sealed={mine === undefined ? sealed : undefined} />}
              {mine?.hiddenUntil !== undefined && <p className="bet-aside">Yours is covered while a review of this bet is open to you: it asks what you remember first.</p>}
              {shown.hidden > 0 && <p className="bet-aside">{shown.hidden === 1 ? 'One other forecast is' : `${shown.hidden} other forecasts are`} given and hidden until you have given yours.</p>}
              {open && !giving && <p className="actions bet-give"><Button command="forecast.give" onPress={() => setGiving(true)}>{mine === undefined ? 'Give your forecast' : 'Give another'}</Button>{mine !== undefined && <span className="muted">Yours replaces the one before; every one is kept.</span>}</p>}
            </>
          );
        }}
      </Answered>
    </Section>
  );
}

function Beliefs({ shown, base, kind, sealed }: { readonly shown: Shown; readonly base: Rate | undefined; readonly kind: string | undefined; readonly sealed: number | undefined }): ReactNode {
  const { spread } = shown;
  const forecasts = shown.forecasts.flatMap(({ probability, ...one }) => (probability === undefined ? [] : [{ ...one, probability }]));
  const data = { base: baseOf(base, kind), beliefs: [...forecasts.map(({ member, name, probability, mine }) => ({ id: member, name, probability, mine })), ...(sealed === undefined ? [] : [{ id: 'sealed', name: 'you, sealed', probability: sealed, mine: true }])] };
  const told = forecasts.filter(({ words }) => words !== undefined);
  const table = figureTable({ head: ['Who', 'Probability', 'Given', 'Why'], left: [2, 3], rows: [
    ...(data.base ? [[`Base rate, ${data.base.of}`, chance(data.base.rate), '', `${chance(data.base.low)} to ${chance(data.base.high)}`]] : []),
    ...(sealed === undefined ? [] : [['You, as sealed', chance(sealed), '', '']]),
    ...forecasts.map(({ name, mine, probability, givenAt, words, scored }) => [mine ? `${name} (you)` : name, chance(probability), `${dayShort(givenAt)}${scored ? '' : ', after the ship'}`, words ?? '']),
  ] });
  const title = data.beliefs.length === 0 ? 'Nobody you may see has said a number yet' : spread === undefined || spread.points < 0.005 ? 'What was said, beside what became of bets like it' : `${Math.round(spread.points * 100)} points apart: ${spread.low} and ${spread.high} talk first, before anybody else does`;
  return (
    <>
      <Figure id="beliefs" wide={false} title={title} unit="Probability that it reaches the bar; shaded: where the true rate may lie" summary={beliefSummary(data)} table={table}>
        {(frame) => <BeliefAxis data={data} frame={frame} />}
      </Figure>
      {told.length > 0 && <ul className="bet-sentences">{told.map(({ member, name, mine, words }) => <li key={member}><b>{mine ? 'You' : name}:</b> {words}</li>)}</ul>}
    </>
  );
}

function GiveForecast({ bet, shown, base, kind, onDone }: { readonly bet: Bet; readonly shown: Shown; readonly base: Rate | undefined; readonly kind: string | undefined; readonly onDone: () => void }): ReactNode {
  const mine = shown.forecasts.find((forecast) => forecast.mine);
  const [value, setValue] = useState(mine?.probability === undefined ? '' : String(Math.round(mine.probability * 100)));
  const [words, setWords] = useState(mine?.words ?? '');
  const give = useDo('forecast.give', { said: () => 'Your forecast is kept', done: onDone });
  const typed = numberIn(value);
  const ready = typed !== undefined && typed >= 1 && typed <= 99;
  const keep = (): void => { if (ready) give.mutate({ bet: bet.id, probability: typed / 100, ...(words.trim() === '' ? {} : { words: words.trim() }) }); };
  useCommands([
    { id: 'forecast.keep', title: 'Keep the forecast', group: 'This bet', keys: '$mod+Enter', run: keep },
    { id: 'forecast.leave', title: 'Leave the forecast', group: 'This bet', keys: 'Escape', run: onDone },
  ]);
  return (
    <form className="bet-forecast" aria-label="Your forecast" onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <ProbabilityField autoFocus label="Your forecast, in per cent" value={value} onChange={setValue} base={baseOf(base, kind)} hint="That the effect reaches the bar. Steps of five on the line; type for what lies between." {...(value !== '' && !ready ? { error: 'Between 1 and 99: nobody is surer than that.' } : {})} />
      <TextField label="Why" optional value={words} onChange={setWords} multiline maxLength={600} />
      {give.error !== null && <AskError error={give.error} kept="Your words are still here." />}
      <p className="actions"><Button kind="primary" type="submit" command="forecast.keep" disabled={!ready} busy={give.isPending}>Keep the forecast</Button><Button kind="link" command="forecast.leave" onPress={onDone}>Leave it</Button></p>
    </form>
  );
}
