// Calendars: what is kept and how fresh it is, adding one by file, secret address or account, and whose calendar it is. Theirs alone.
import type { ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { count } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { FiguresSaid, useFigure } from '../../parts/FiguresSaid.tsx';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { Button } from '../../ui/Button.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import { Note } from '../../ui/Note.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import type { Column } from '../../ui/Table.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { AddDesk, WAYS, type Way } from './AddDesk.tsx';
import { CalendarRows } from './CalendarRows.tsx';
import type { Calendar } from './calendar-words.ts';
import { PeopleOfDomains } from './PeopleOfDomains.tsx';
import { WhoseCalendar } from './WhoseCalendar.tsx';
import '../../parts/parts.css';
import './calendar.css';

interface Search { readonly add: boolean; readonly way: Way }
const read = (raw: RawSearch): Search => ({ add: raw['add'] === '1', way: WAYS.find(({ id }) => id === raw['way'])?.id ?? 'file' });

const WHY_COLUMNS: readonly Column<Calendar>[] = [
  { id: 'name', head: 'Calendar', rowHead: true, cell: ({ name }) => name }, { id: 'events', head: 'Events', right: true, cell: ({ events }) => count(events) }, { id: 'unread', head: 'Not read', right: true, cell: ({ unread }) => count(unread) },
];

export function CalendarsPage(): ReactNode {
  const [search, setSearch] = usePageSearch(read);
  const first = useAsk('calendar.list', {});
  const going = first.data?.calendars.some(({ reading }) => reading !== undefined) ?? false;
  const asked = useAsk('calendar.list', {}, { everyMs: going ? 1_000 : false });
  const settings = useAsk('attention.settings', {});
  const none = asked.data?.calendars.length === 0;
  useCommands([{ id: 'calendar.add', title: 'Add a calendar', group: 'Calendars', keys: 'c', when: () => !search.add && !none, run: () => setSearch({ add: true }) }]);
  return (
    <Answered asked={asked} shape="page" words="Reading your calendars" kept="What was read before is kept.">
      {({ calendars, says }) => (
        <>
          <Lead>
            <Sentence {...(none ? { lede: 'Drop one and see in a minute what kinds of work your weeks were made of. An address keeps it fresh by itself; a file is a picture of the day it was exported.' } : {})}>{none ? 'No calendar is kept yet.' : <FiguresSaid id="calendars" says={says} explain={<CalendarsWhy calendars={calendars} />} />}</Sentence>
            <Freshness {...staleWords(calendars)}>Only you can see this page. <AppLink className="link link-small" href="/attention">Where the week went</AppLink></Freshness>
          </Lead>
          {search.add || none
            ? <AddDesk way={search.way} onWay={(way) => setSearch({ way })} onLeave={none ? undefined : () => setSearch({ add: false, way: 'file' })} onDone={() => setSearch({ add: false, way: 'file' })} />
            : <NextAction proposal="Add another calendar." action={<Button kind="primary" command="calendar.add" onPress={() => setSearch({ add: true })}>Add a calendar</Button>}>A file, a secret address, or an account. An hour that stands in two of them counts once.</NextAction>}
          {calendars.length > 0 && <Section wide finding={calendars.length === 1 ? 'What is kept' : 'Each of them'}><CalendarRows calendars={calendars} /></Section>}
          <Answered asked={settings} shape="rows" words="Reading whose calendar it is">
            {(told) => <><WhoseCalendar key={JSON.stringify(told)} settings={told} /><PeopleOfDomains settings={told} /></>}
          </Answered>
          <Note title="Yours alone"><p>Calendars are read where Throughline runs and shown to nobody but you. Nothing is written to them.</p><p>Addresses and passwords are kept encrypted. Titles of private events are never looked at.</p></Note>
        </>
      )}
    </Answered>
  );
}

function CalendarsWhy({ calendars }: { readonly calendars: readonly Calendar[] }): ReactNode {
  const figure = useFigure();
  return (
    <WhyBody number={figure} of="in the calendars that are kept; a series of events counts once" rows={{ columns: WHY_COLUMNS, rows: calendars, rowKey: ({ id }) => id }}
      leftOut={calendars.some(({ unread }) => unread > 0) ? 'What could not be read; an opened calendar lists it with its places.' : 'Nothing.'} computed="From each calendar as it was last read." />
  );
}

/** What could not be read comes first. */
function staleWords(calendars: readonly Calendar[]): { readonly stale?: string } {
  const failing = calendars.filter(({ failure }) => failure !== undefined);
  if (failing.length === 0) return {};
  return { stale: failing.length === 1 ? `${failing[0]!.name} could not be read when last asked.` : `${failing.length} calendars could not be read when last asked.` };
}
