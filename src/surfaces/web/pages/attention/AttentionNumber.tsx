// A number of this page that opens: to the events behind it, or to what it was worked out from.
import type { ReactNode } from 'react';
import { hoursSaid, hoursShort, hoursText } from '../../charts/attention/hours.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { WITH_CUSTOMERS } from '../../../../domain/attention/minutes/kind-minutes.ts';
import { useAttention } from './attention-context.ts';
import { weeksIn } from './attention-days.ts';
import { halfWords, type Said } from './attention-words.ts';
import { EventsWhy } from './EventsWhy.tsx';
import { leftOutWords } from './left-out.ts';
import { GROUP_NAMES } from './kind-find.ts';

export function AttentionNumber({ opens, label, children }: { readonly opens: string; readonly label?: string | undefined; readonly children: ReactNode }): ReactNode {
  return <NumberRef id={opens} label={label} explain={<NumberWhy opens={opens} />}>{children}</NumberRef>;
}

/** A sentence with its numbers. */
export function AttentionSaid({ said }: { readonly said: Said }): ReactNode {
  return said.map((part, at) => (typeof part === 'string' ? part : <AttentionNumber key={at} opens={part.opens}>{part.text}</AttentionNumber>));
}

function NumberWhy({ opens }: { readonly opens: string }): ReactNode {
  const { week, line, computed } = useAttention();
  const left = leftOutWords(week);
  const [what, ...rest] = opens.split('-');
  const name = rest.join('-');
  if (opens === 'accounted') return <EventsWhy number={hoursSaid(week.accountedMinutes)} of="that left a trace; each minute counts for one event" filter={{ part: 'accounted' }} leftOut={left} range={conflicts(week.conflictingMinutes)} />;
  if (opens === 'customers') return <EventsWhy number={hoursSaid(week.withCustomersMinutes)} of="with customers: research, calls, design partners, support and implementing with them" filter={{ part: 'with_customers' }} formula={<>{hoursText(week.withCustomersMinutes)} of {hoursText(week.accountedMinutes)} = <b>{share(week.withCustomersMinutes, week.accountedMinutes)}</b></>} leftOut={left} />;
  if (opens === 'water') return <GroupWhy group="glue" />;
  if (opens === 'unaccounted') return <WhyBody number={hoursSaid(week.unaccountedMinutes)} of="of working hours without a trace; they are not spread over the kinds, since a calendar is a plan and no record" formula={<p className="formula">{hoursText(week.capacityMinutes)} working hours − those with a trace = <b>{hoursText(week.unaccountedMinutes)}</b></p>} range={`Working hours are ${week.hours}, days off and private time taken away.`} leftOut={left} computed={computed} />;
  if (opens === 'customers-line') return <CustomersLine />;
  if (what === 'over') {
    const row = line.get(name);
    return <WhyBody number={hoursSaid(row?.overMinutes ?? 0)} of={`a week over the line you drew for ${row?.name ?? 'it'}`} range={row?.says} computed={computed}><p><AppLink className="link link-small" href="/line">Look at the line</AppLink></p></WhyBody>;
  }
  if (what === 'unsorted') return <EventsWhy number={null} of={name === 'unsorted' ? 'No kind of work was likely enough for these. One press each settles them.' : `${GROUP_NAMES[name as keyof typeof GROUP_NAMES]}: the group was likely enough, the kind within it was not. One press each settles them.`} filter={{ kind: 'unsorted', group: name as keyof typeof GROUP_NAMES }} />;
  if (what === 'group') return <GroupWhy group={name as keyof typeof GROUP_NAMES} />;
  return <KindWhy kind={name} />;
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
const conflicts = (minutes: number): string | undefined => (minutes < 3 ? undefined : `On ${hoursSaid(minutes)} two events or more lay over each other; that time counts once.`);

function GroupWhy({ group }: { readonly group: keyof typeof GROUP_NAMES }): ReactNode {
  const { week } = useAttention();
  const kinds = week.byKind.filter((row) => row.group === group);
  return <EventsWhy number={hoursSaid(week.byGroup[group])} of={group === 'glue' ? 'of water carried: work done for others. It is not bad; it is only not all of it yours' : group === 'unsorted' ? 'that no kind of work was likely enough for' : `of ${GROUP_NAMES[group].toLowerCase()} work`} filter={{ group }} formula={kinds.length > 1 ? <>{kinds.map(({ minutes }) => hoursText(minutes)).join(' + ')} = <b>{hoursText(week.byGroup[group])}</b></> : undefined} />;
}

function KindWhy({ kind }: { readonly kind: string }): ReactNode {
  const { week, line, chosen } = useAttention();
  const row = week.byKind.find((one) => one.kind === kind);
  const drawn = line.get(kind);
  if (row === undefined) return <WhyBody number="0 hours" of={`of ${drawn?.name ?? 'it'} in these days`} computed="Nothing in them was taken for it." />;
  const half = Math.max(row.high - row.minutes, row.minutes - row.low);
  const range = halfWords(half) === undefined ? (row.kind === 'unsorted' ? undefined : 'You said what all of it is.') : `If guesses fell the other way: ${hoursText(row.low)} to ${hoursText(row.high)} hours. ${row.confirmedMinutes < 3 ? 'None of it is' : `${hoursText(row.confirmedMinutes)} are`} confirmed.`;
  return <EventsWhy number={hoursSaid(row.minutes)} of={<>of {row.name.toLowerCase()}{drawn?.budgetMinutes !== undefined && <>; the line is <AppLink href="/line">{hoursShort(drawn.budgetMinutes * weeksIn(chosen))}</AppLink></>}</>} filter={{ kind: row.kind }} range={range} />;
}

function CustomersLine(): ReactNode {
  const { line, chosen, computed } = useAttention();
  const rows = [...line.values()].filter((row) => WITH_CUSTOMERS.has(row.kind) && row.budgetMinutes !== undefined);
  const weekly = rows.reduce((sum, row) => sum + (row.budgetMinutes ?? 0), 0);
  return (
    <WhyBody number={hoursSaid(weekly * weeksIn(chosen))} of="is the line you drew for time with customers in these days" formula={<p className="formula">{hoursShort(weekly)} a week × {weeksIn(chosen)} = <b>{hoursShort(weekly * weeksIn(chosen))}</b></p>} computed={computed}
      rows={{ columns: [{ id: 'kind', head: 'Kind', rowHead: true, cell: (row) => row.name }, { id: 'hours', head: 'a week', right: true, cell: (row) => hoursText(row.budgetMinutes ?? 0) }], rows, rowKey: (row) => row.kind, after: <AppLink className="link link-small" href="/line">The line</AppLink> }} />
  );
}
