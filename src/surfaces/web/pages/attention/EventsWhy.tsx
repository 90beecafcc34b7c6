// The explanation of hours: the formula with its values, the events behind them, what was left out, and when it was read.
import type { ReactNode } from 'react';
import type { InputOf } from '../../../../contract/index.ts';
import { AskError } from '../../parts/AskError.tsx';
import { useAsk } from '../../data/ask.ts';
import { count } from '../../data/words.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { hoursSaid, hoursText } from '../../charts/attention/hours.ts';
import { useAttention } from './attention-context.ts';
import { EventList } from './EventList.tsx';

const MOST = 200;
export type EventFilter = Omit<InputOf<'attention.events'>, 'from' | 'to' | 'limit' | 'cursor'>;

export interface EventsWhyProps {
  /** null: what the events come to. */
  readonly number: ReactNode;
  /** What it is a number of: `hours with customers`. */
  readonly of: ReactNode;
  /** Days other than those the page is about. */
  readonly days?: { readonly from: string; readonly to: string } | undefined;
  readonly filter: EventFilter;
  readonly formula?: ReactNode;
  readonly range?: ReactNode;
  readonly leftOut?: ReactNode;
}

export function EventsWhy({ number, of, days, filter, formula, range, leftOut }: EventsWhyProps): ReactNode {
  const { chosen, computed } = useAttention();
  const { from, to } = days ?? chosen;
  const asked = useAsk('attention.events', { from, to, ...filter, limit: MOST }, { keep: true });
  return (
    <>
      <p className="why-number">{number ?? (asked.data === undefined ? '' : hoursSaid(asked.data.minutes))}</p>
      <p>{of}</p>
      {formula !== undefined && <><h3>Formula</h3><p className="formula">{formula}</p></>}
      {range !== undefined && <p>{range}</p>}
      <h3>{asked.data === undefined ? 'Events behind it' : `${count(asked.data.total)} ${asked.data.total === 1 ? 'event' : 'events'} behind it, ${hoursText(asked.data.minutes)} hours`}</h3>
      {asked.data === undefined
        ? asked.isError ? <AskError error={asked.error} kept="The number itself is as it was." onRetry={() => void asked.refetch()} /> : <Skeleton shape="lines" words="Reading the events behind it" />
        : asked.data.events.length === 0 ? <p className="muted">No event stands behind it.</p> : <EventList events={asked.data.events} label="Events behind the number" />}
      {asked.data !== undefined && asked.data.total > asked.data.events.length && <p className="why-after muted">The first {count(asked.data.events.length)} of {count(asked.data.total)}. Choose one week to see fewer.</p>}
      {leftOut !== undefined && <><h3>Left out</h3><p>{leftOut}</p></>}
      <h3>Computed</h3>
      <p>{computed}</p>
    </>
  );
}
