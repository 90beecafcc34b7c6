// Events behind a number, in the panel: walked by arrows, opened by Enter, corrected by one key. What is guessed says so.
import type { ReactNode } from 'react';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { NumberLink } from '../../ui/NumberRef.tsx';
import { Key } from '../../ui/Key.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { useWhy } from '../../ui/why-context.ts';
import { hoursText } from '../../charts/attention/hours.ts';
import { weekName } from '../../charts/attention/week-bars.ts';
import { useAttention } from './attention-context.ts';
import { sureWords, titleOf, type EventRow } from './attention-words.ts';
import { eventWhy } from './event-address.ts';

export function EventList({ events, label }: { readonly events: readonly EventRow[]; readonly label: string }): ReactNode {
  const { correct } = useAttention();
  const why = useWhy();
  const at = (index: number): EventRow | undefined => events[index];
  const open = (index: number): void => {
    const event = at(index);
    if (event !== undefined) why.open(eventWhy(event.event));
  };
  const keys = useRowKeys({
    name: 'attention.events', group: 'Attention', count: events.length,
    actions: [
      { keys: 'c', title: 'Say what kind of work this is', when: (index) => mayCorrect(at(index)), run: (index) => { const event = at(index); if (event !== undefined) correct(event); } },
      { keys: 'Enter', title: 'Open the event', when: () => document.activeElement?.closest('[data-row-index]') !== null, run: open },
    ],
  });
  return (
    <>
      <Rows items={events} itemKey={(event) => `${event.event} ${event.start}`} keys={keys} label={label} className="att-event" rowLabel={eventLabel} onRow={open}>
        {(event) => <EventLine event={event} />}
      </Rows>
      <p className="att-keys"><Key keys="c" /> says what one is, <Key keys="Enter" /> opens it</p>
    </>
  );
}

/** Private events are not looked at, and what activity is follows from what was done. */
export function mayCorrect(event: EventRow | undefined): boolean {
  return event !== undefined && event.role !== 'private' && event.role !== 'off' && event.role !== 'activity';
}

function eventLabel(event: EventRow): string {
  return `${titleOf(event)}, ${weekName(event.start.slice(0, 10))}, ${hoursText(event.minutes)} hours, ${event.kindName}, ${sureWords(event)}`;
}

function EventLine({ event }: { readonly event: EventRow }): ReactNode {
  return (
    <>
      <span className="row-meta">{weekName(event.start.slice(0, 10))}</span>
      <span className="att-event-title"><NumberLink id={eventWhy(event.event)} open={false} label={`${titleOf(event)}, why ${event.kindName}`}>{titleOf(event)}</NumberLink>{!event.confirmed && event.role !== 'private' && <span className="muted"> {sureWords(event)}</span>}</span>
      <span className="right tabular">{hoursText(event.minutes)}</span>
    </>
  );
}
