// How much of what was carried was pressed on you, week by week, on its own baseline; under eight weeks there are dots and no words.
import type { ReactNode } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import { hoursSaid, hoursText } from '../../charts/attention/hours.ts';
import { PressedChart } from '../../charts/line/PressedChart.tsx';
import { dayShort, percent } from '../../data/words.ts';
import { CannotTell } from '../../ui/CannotTell.tsx';
import { Section } from '../../ui/Section.tsx';
import { FindingSaid } from './FindingSaid.tsx';
import type { LineAnswer } from './line-words.ts';

type Pressed = LineAnswer['pressed'];
type Week = Pressed['weeks'][number];

/** Fewer points than this are a list, not a picture. */
const FEWEST_POINTS = 5;

export function PressedLoad({ pressed, asOf }: { readonly pressed: Pressed; readonly asOf: string }): ReactNode {
  const told = pressed.weeks.filter((week): week is Week & { share: number } => week.share !== null);
  if (told.length === 0) return null;
  const table = {
    columns: [
      { id: 'week', head: 'Week from', rowHead: true, noWrap: true, cell: (week: Week) => dayShort(week.from) },
      { id: 'pressed', head: 'Pressed, hours', right: true, cell: (week: Week) => hoursText(week.pressedMinutes) },
      { id: 'unmarked', head: 'Not marked, hours', right: true, cell: (week: Week) => hoursText(week.unmarkedMinutes) },
      { id: 'all', head: 'Carried, hours', right: true, cell: (week: Week) => hoursText(week.minutes) },
      { id: 'share', head: 'Share', right: true, cell: (week: Week) => (week.share === null ? 'nothing carried' : percent(week.share)) },
    ],
    rows: pressed.weeks, rowKey: (week: Week) => week.from,
  };
  return (
    <Section id="pressed" finding="Chosen, or pressed" sub="What you chose to carry tires people less than what was pressed on them. Only you can see this.">
      {told.length < FEWEST_POINTS
        ? <ul className="pressed-few">{told.map((week) => <li key={week.from}><span className="row-meta">week from {dayShort(week.from)}</span> {percent(week.share)} pressed, of {hoursSaid(week.minutes)}</li>)}</ul>
        : <Figure id="pressed" wide={false} title={pressed.finding === undefined ? pressed.says : <FindingSaid id="pressed-finding" finding={pressed.finding} asOf={asOf} says={pressed.says} />} unit="Pressed minutes of all that was carried, by week" summary={pressed.says} table={table}
          caption={pressed.usual === null ? 'Your usual range is drawn from eight weeks on.' : 'The band is your own usual range. It says what is usual, not what is right.'}>
          {(frame) => <PressedChart weeks={told} usual={pressed.usual} frame={frame} label={pressed.says} />}
        </Figure>}
      {pressed.reading === 'few-weeks' && <div className="pressed-cannot"><CannotTell what="whether that is unusual for you" because={`There ${told.length === 1 ? 'is one week' : `are ${told.length} weeks`} with carries; your own range needs eight.`} settledBy={`${8 - told.length === 1 ? 'one more week' : `${Math.max(1, 8 - told.length)} more weeks`} with carries`} /></div>}
    </Section>
  );
}
