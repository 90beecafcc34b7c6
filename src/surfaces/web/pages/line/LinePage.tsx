// The line: how the work that was done stands to the line you drew, this week's one decision, each kind against its line, what was carried,
// what was pressed, and what became of what was handed off. Only its member's.
import { useState, type ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { Button } from '../../ui/Button.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import { Note } from '../../ui/Note.tsx';
import { Section } from '../../ui/Section.tsx';
import { CapacityLine } from './CapacityLine.tsx';
import { Carries } from './Carries.tsx';
import { Charter } from './Charter.tsx';
import { HandOffs } from './HandOffs.tsx';
import { LineDecision } from './LineDecision.tsx';
import { LineHistory } from './LineHistory.tsx';
import { LineSentence } from './LineSentence.tsx';
import { ledeOf, type LineAnswer } from './line-words.ts';
import { PressedLoad } from './PressedLoad.tsx';
import { Redefended } from './Redefended.tsx';
import '../../parts/parts.css';
import './line.css';

interface Search { readonly all: boolean; readonly draw: string | undefined }
const read = (raw: RawSearch): Search => ({ all: raw['all'] === '1', draw: typeof raw['draw'] === 'string' ? raw['draw'] : undefined });

export function LinePage(): ReactNode {
  const [search, setSearch] = usePageSearch(read);
  const asked = useAsk('line.get', { all: search.all }, { keep: true });
  return (
    <Answered asked={asked} shape="page" words="Reading your line" kept="The line is as you drew it.">
      {(line) => <Whole line={line} all={search.all} onAll={(all) => setSearch({ all })} draw={search.draw} />}
    </Answered>
  );
}

function Whole({ line, all, onAll, draw }: { readonly line: LineAnswer; readonly all: boolean; readonly onAll: (all: boolean) => void; readonly draw: string | undefined }): ReactNode {
  const calendars = useAsk('calendar.list', {});
  const none = calendars.data?.calendars.length === 0;
  const first = line.weeks[0];
  const lede = ledeOf(line);
  return (
    <>
      <Lead>
        <LineSentence line={line} />
        {lede.length > 0 && <p className="lede">{lede.join(' ')}</p>}
        <Freshness {...(none ? { stale: 'No calendar is kept yet.' } : {})}>
          {none ? <><AppLink className="link link-small" href="/calendars">Add one</AppLink> and each kind stands beside its own last four weeks. </> : first === undefined ? 'No whole week is on record yet. ' : `Whole weeks from ${dayShort(first.from)} to ${dayShort(line.weeks.at(-1)!.to)}. `}
          Only you can see this page.
        </Freshness>
      </Lead>
      {line.decision !== undefined && <LineDecision key={line.decision.decision} decision={line.decision} charter={line.charter} capacity={line.capacity} asOf={line.asOf} />}
      {!line.drawn ? <FirstLine quiet={line.decision !== undefined} /> : line.decision === undefined && <p className="line-quiet wide">{line.decisionSays}</p>}
      <Section wide id="charter" finding={line.drawn ? 'Each kind against its line' : 'How it would begin'} sub="Hours a week, the mean of the last four whole weeks. Solid is confirmed, hatched is guessed, the blue mark is your line. “Over” is said after four weeks, never after one.">
        <Charter key={draw} rows={line.charter} capacity={line.capacity} asOf={line.asOf} briefed={line.handOffs.map(({ kind }) => kind)} start={draw} />
        <p className="row-foot">
          {line.quiet > 0 && !all && <Button kind="link" small onPress={() => onAll(true)}>{line.quiet === 1 ? 'One kind' : `${line.quiet} kinds`} more, with nothing to show</Button>}
          {all && <Button kind="link" small onPress={() => onAll(false)}>Only those with something to show</Button>}
        </p>
        <CapacityLine capacity={line.capacity} />
      </Section>
      <Carries today={line.asOf} />
      <PressedLoad pressed={line.pressed} asOf={line.asOf} />
      <HandOffs handOffs={line.handOffs} asOf={line.asOf} />
      <Redefended />
      {line.drawn && <LineHistory />}
      <Note title="In the moment, and in the review"><p>{line.principle}</p></Note>
    </>
  );
}

/** Nothing is drawn yet: what would be, seen before it is kept. Quiet beside a decision, whose answer draws it too. */
function FirstLine({ quiet }: { readonly quiet: boolean }): ReactNode {
  const [said, setSaid] = useState(false);
  const reset = useDo('line.reset', { said: () => 'Your line is drawn', done: () => setSaid(true) });
  const keep = (): void => { if (!reset.isPending) reset.mutate({}); };
  useCommands([{ id: 'line.first', title: 'Draw the line as proposed', group: 'The line', keys: 'p', when: () => !said, run: keep }]);
  return (
    <>
      <NextAction proposal="Begin with this line." action={<Button kind={quiet ? 'quiet' : 'primary'} command="line.first" busy={reset.isPending} onPress={keep}>Draw it so</Button>}>
        Core work is your own. Work you carry for others is shared, its budget the median of your last eight weeks, so that what shows first is a change and not a scolding.
      </NextAction>
      {reset.error !== null && <AskError error={reset.error} kept="No line was drawn." />}
    </>
  );
}
