// One event in the panel: what it is taken for and why, the likeliest kinds one key away, whether it was held, and whether it defended
// something that was already approved. Writes only what the person says.
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Answered } from '../../parts/Answered.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Marked } from '../../ui/Marked.tsx';
import { useWhy } from '../../ui/why-context.ts';
import { WhyPortal } from '../../ui/WhyPortal.tsx';
import { hoursSaid } from '../../charts/attention/hours.ts';
import type { OutputOf } from '../../../../contract/index.ts';
import { useAttention } from './attention-context.ts';
import { spansOf, sureWords, titleOf } from './attention-words.ts';
import { eventOfWhy } from './event-address.ts';
import { mayCorrect } from './EventList.tsx';
import { momentWords } from './moment-words.ts';

type Told = OutputOf<'attention.event'>;

/** Explains whichever event the address names; remembers the number it was opened from, for the way back. */
export function EventPanel(): ReactNode {
  const { store, open } = useWhy();
  const { openId } = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const [from, setFrom] = useState<string>();
  const event = eventOfWhy(openId);
  const now = event === undefined ? openId : from;
  if (now !== from) setFrom(now);
  if (event === undefined || openId === undefined) return null;
  return (
    <>
      <span hidden data-number={openId} data-number-name="this kind" />
      <WhyPortal key={openId} id={openId} explain={<EventWhy event={event} back={from === undefined ? undefined : () => open(from)} />} />
    </>
  );
}

function EventWhy({ event, back }: { readonly event: string; readonly back: (() => void) | undefined }): ReactNode {
  const asked = useAsk('attention.event', { event });
  return (
    <Answered asked={asked} words="Reading the event" kept="Nothing was changed.">
      {(told) => <EventTold told={told} back={back} />}
    </Answered>
  );
}

function EventTold({ told, back }: { readonly told: Told; readonly back: (() => void) | undefined }): ReactNode {
  const { correct, defend, week } = useAttention();
  const { event, top3, meets } = told;
  const held = useDo('attention.held', { said: ({ says }) => says });
  const may = mayCorrect(event);
  const booked = event.role === 'meeting' || event.role === 'focus';
  useCommands([
    ...(may ? top3.slice(0, 3) : []).map((one, at) => ({ id: `attention.event.${at + 1}`, title: `It is: ${one.name}`, group: 'This event', keys: String(at + 1), keyOnly: true, priority: 20, run: () => correct(event, one.kind) })),
    { id: 'attention.event.other', title: 'It is something else', group: 'This event', keys: '4', keyOnly: true, priority: 20, when: () => may, run: () => correct(event) },
    { id: 'attention.event.correct', title: 'Say what kind of work this is', group: 'This event', keys: 'c', priority: 20, when: () => may, run: () => correct(event) },
    { id: 'attention.event.defend', title: 'It defended an approved bet again', group: 'This event', keys: 'b', priority: 20, when: () => booked, run: () => defend(event) },
    { id: 'attention.event.back', title: 'Back to the list', group: 'This event', keys: 'Backspace', keyOnly: true, priority: 20, when: () => back !== undefined, run: () => back?.() },
  ]);
  return (
    <>
      {back !== undefined && <p className="actions att-back"><Button kind="link" small onPress={back}>Back to the list</Button></p>}
      <p className="att-panel-title"><Marked text={titleOf(event)} spans={spansOf(titleOf(event), told.words)} /></p>
      <p>{momentWords(event.start, event.end, week.timeZone)}{event.people > 1 && `, ${event.people} people${event.external ? ', some from outside' : ''}`}{event.answer === 'tentative' ? ', tentative' : event.answer === 'none' && event.people > 1 ? ', not answered' : ''}. {hoursSaid(event.minutes)} of it count.</p>
      <h3>{event.kind === 'unsorted' ? 'Not sorted' : event.kindName} <span className="muted att-sure">{sureWords(event)}</span></h3>
      <p>{told.says}</p>
      {may && <Likely told={told} />}
      {event.recurring && <><h3>Its series</h3><p>Met {meets.instances} times in {meets.weeks} {meets.weeks === 1 ? 'week' : 'weeks'}, about {hoursSaid(meets.weeklyMinutes)} a week{meets.next === undefined ? '' : `; next on ${momentWords(meets.next, undefined, week.timeZone)}`}.</p></>}
      {booked && event.bet !== undefined && <><h3>Defended again</h3><p>Something that was approved: <AppLink href={`/bets/${event.bet.key}`}>{event.bet.key}</AppLink>. <Button kind="link" small onPress={() => defend(event)}>Change</Button></p></>}
      {booked && event.bet === undefined && <><h3>Was it decided before?</h3><p className="actions"><Button kind="link" small command="attention.event.defend" onPress={() => defend(event)}>It defended an approved bet again</Button></p></>}
      {event.external && event.role === 'meeting' && (
        <>
          <h3>Was it held?</h3>
          <p className="actions">
            <Button kind="link" small pressed={event.held === true} busy={held.isPending} onPress={() => held.mutate({ event: event.event, held: event.held === true ? null : true })}>Yes</Button>
            <Button kind="link" small pressed={event.held === false} busy={held.isPending} onPress={() => held.mutate({ event: event.event, held: event.held === false ? null : false })}>No</Button>
            {event.held !== undefined && <span className="muted">You said {event.held ? 'yes' : 'no'}.</span>}
          </p>
        </>
      )}
    </>
  );
}

function Likely({ told: { event, top3 } }: { readonly told: Told }): ReactNode {
  const { correct } = useAttention();
  return (
    <>
      <h3>{event.confirmed ? 'Something else?' : 'What is it?'}</h3>
      <ul className="att-likely">
        {top3.slice(0, 3).map((one, at) => <li key={one.kind}><Button kind="link" small command={`attention.event.${at + 1}`} onPress={() => correct(event, one.kind)}>{one.name}</Button>{!event.confirmed && <span className="muted tabular">{Math.round(one.probability * 100)} in 100</span>}</li>)}
        <li><Button kind="link" small command="attention.event.other" onPress={() => correct(event)}>other</Button></li>
      </ul>
    </>
  );
}
