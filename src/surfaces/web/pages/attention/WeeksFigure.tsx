// The strip of weeks: what each was made of, which of them the page is about, and the way to another. Every part of a bar opens.
import type { ReactNode } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { partName, PART_WORDS, pileOf, weekBarsSummary, weekBarsTable, weekName, type WeekBar, type WeekPart } from '../../charts/attention/week-bars.ts';
import { WeekBars } from '../../charts/attention/WeekBars.tsx';
import { hoursSaid, hoursShort, hoursText } from '../../charts/attention/hours.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { useAttention } from './attention-context.ts';
import { besideWeek } from './attention-days.ts';
import { customersLine } from './attention-words.ts';
import { EventsWhy, type EventFilter } from './EventsWhy.tsx';
import { barsOf, weeksTitle, type WeekAnswer } from './week-data.ts';

const FILTER: Readonly<Record<Exclude<WeekPart, 'none'>, EventFilter>> = {
  customers: { part: 'with_customers' }, core: { part: 'other_core' }, water: { part: 'other_water' }, technical: { group: 'technical' }, rest: { part: 'rest' }, unsorted: { group: 'unsorted' },
};

export function WeeksFigure({ weeks, today, onWeek }: { readonly weeks: readonly WeekAnswer[]; readonly today: string; readonly onWeek: (week: string | undefined) => void }): ReactNode {
  const { chosen, line, week } = useAttention();
  const lineMinutes = customersLine(line, week.byKind);
  const data = barsOf(weeks, chosen, lineMinutes);
  const earlier = besideWeek(today, chosen, -1);
  const later = besideWeek(today, chosen, 1);
  useCommands([
    { id: 'attention.earlier', title: 'The week before', group: 'Attention', keys: ',', run: () => onWeek(earlier) },
    { id: 'attention.later', title: 'The week after', group: 'Attention', keys: '.', when: () => chosen.span === 'week', run: () => onWeek(later) },
    { id: 'attention.four', title: 'The last four weeks', group: 'Attention', keys: 'm', when: () => chosen.span === 'week', run: () => onWeek(undefined) },
  ]);
  const points = data.weeks.flatMap((bar, at) => pileOf(bar).map(({ part }) => ({ id: `${bar.from}-${part}`, name: partName(part, bar), pile: bar.from, explain: <PartWhy bar={bar} part={part} week={weeks[at]} /> })));
  return (
    <>
      <Figure id="weeks" title={weeksTitle(weeks)} unit={`Hours a week; solid is confirmed, hatched is guessed${lineMinutes === undefined ? '' : '; the line is for customers'}`} points={points} summary={weekBarsSummary(data)} table={figureTable(weekBarsTable(data))} wide={false}>
        {(frame) => <WeekBars data={data} frame={frame} choose={(from) => ({ className: 'week-choice', onClick: () => onWeek(chosen.span === 'week' && from === chosen.from ? undefined : from) })} />}
      </Figure>
      <div className="att-choice" role="group" aria-label="Days the page is about">
        <Button kind="link" small command="attention.four" pressed={chosen.span === 'four'} onPress={() => onWeek(undefined)}>Four weeks</Button>
        <Button kind="link" small command="attention.earlier" onPress={() => onWeek(earlier)}>{chosen.span === 'four' ? 'This week' : 'The week before'}</Button>
        {chosen.span === 'week' && <Button kind="link" small command="attention.later" disabled={later === undefined} onPress={() => onWeek(later)}>The week after</Button>}
        {chosen.span === 'week' && <span className="muted">Week of {weekName(chosen.from)}</span>}
      </div>
    </>
  );
}

function PartWhy({ bar, part, week }: { readonly bar: WeekBar; readonly part: WeekPart; readonly week: WeekAnswer | undefined }): ReactNode {
  const { computed } = useAttention();
  if (week === undefined) return null;
  const minutes = bar.minutes[part] ?? 0;
  const number = hoursSaid(minutes);
  const days = { from: week.from, to: week.to };
  if (part === 'none') return <WhyBody number={number} of={`of working hours without a trace in the week of ${weekName(week.from)}`} formula={<p className="formula">{hoursText(week.capacityMinutes)} working hours − those with a trace = <b>{hoursText(minutes)}</b></p>} computed={computed}><p>They are not spread over the kinds. <AppLink className="link link-small" href={`/attention?week=${week.from}`}>Look at that week</AppLink></p></WhyBody>;
  const confirmed = bar.confirmed[part] ?? 0;
  const inWater = week.waterMinutes - (bar.minutes.water ?? 0);
  return (
    <EventsWhy number={number} days={days} filter={FILTER[part]} of={`${PART_WORDS[part].wide}, in the week of ${weekName(week.from)}`}
      range={<>{minutes - confirmed < 0.5 ? 'All of it is confirmed.' : `${hoursText(confirmed)} of ${hoursText(minutes)} hours are confirmed; the rest is a guess.`}{part === 'water' && inWater >= 3 && ` Another ${hoursShort(inWater)} of water were with customers and stand with those.`}</>} />
  );
}
