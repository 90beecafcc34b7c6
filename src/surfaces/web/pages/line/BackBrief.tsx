// The other side of a hand-off: their own words of what they take over, what became of it in eight weeks, and how it ended.
import { useState, type ReactNode } from 'react';
import { FollowUpBars } from '../../charts/line/FollowUpBars.tsx';
import { useDo } from '../../data/ask.ts';
import { dayWords } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Table } from '../../ui/Table.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { hoursSaid, hoursText } from '../../charts/attention/hours.ts';
import type { Brief } from './brief-text.ts';
import type { HandOff } from './line-words.ts';

export function BackBrief({ handOff, acknowledgement }: { readonly handOff: HandOff; readonly acknowledgement: Brief['acknowledgement'] }): ReactNode {
  const closed = handOff.state === 'closed';
  const cameBack = handOff.state === 'came_back';
  return (
    <>
      {!closed && <Section id="back-brief" finding={acknowledgement === undefined ? 'What they understood' : cameBack ? 'Agree on it anew' : 'Acknowledged'} sub={acknowledgement === undefined ? 'The one who takes it over says in their own words what they take over; write that down here. A misunderstanding shows now instead of in a month.' : `Acknowledged by ${acknowledgement.by} on ${dayWords(acknowledgement.on)}.${cameBack ? ' It came back since: say it back once more, and it is followed again.' : ''}`}>
        {acknowledgement === undefined || cameBack ? <Acknowledge handOff={handOff} /> : <blockquote className="quote">{acknowledgement.backBrief}</blockquote>}
      </Section>}
      {handOff.followUp.weeks.length > 0 && <FollowUp handOff={handOff} />}
      <Ending handOff={handOff} />
    </>
  );
}

function Acknowledge({ handOff }: { readonly handOff: HandOff }): ReactNode {
  const [by, setBy] = useState(handOff.to ?? '');
  const [words, setWords] = useState('');
  const acknowledge = useDo('line.acknowledge', { said: ({ handOff: now }) => now.says, done: () => setWords('') });
  const ready = by.trim() !== '' && words.trim() !== '';
  return (
    <form className="brief-form" aria-label="The back-brief" onSubmit={(event) => { event.preventDefault(); if (ready && !acknowledge.isPending) acknowledge.mutate({ handOff: handOff.id, by: by.trim(), backBrief: words.trim() }); }}>
      <TextField label="Who said it" short value={by} onChange={setBy} maxLength={200} />
      <TextField label="In their own words" multiline value={words} onChange={setWords} maxLength={4000} />
      {acknowledge.error !== null && <AskError error={acknowledge.error} kept="Nothing was recorded; the words are still here." />}
      <p className="actions"><Button type="submit" disabled={!ready} busy={acknowledge.isPending}>Record the back-brief</Button></p>
    </form>
  );
}

function FollowUp({ handOff: { followUp, meanMinutesBefore } }: { readonly handOff: HandOff }): ReactNode {
  return (
    <Section id="follow-up" finding={followUp.cameBack ? 'It came back' : followUp.over ? 'It stayed away' : `Week ${followUp.week} of eight`} sub={followUp.says}>
      <FollowUpBars weeks={followUp.weeks} label={followUp.says} />
      <Table label="The weeks since it changed hands" dense rows={followUp.weeks} rowKey={({ from }) => from} columns={[
        { id: 'week', head: 'Week from', rowHead: true, noWrap: true, cell: ({ from }) => dayWords(from) }, { id: 'hours', head: 'Hours', right: true, cell: ({ minutes }) => hoursText(minutes) },
        { id: 'share', head: `Of ${hoursSaid(meanMinutesBefore)} before`, right: true, cell: ({ share }) => `${Math.round(share * 100)}%` }, { id: 'over', head: '', cell: ({ over }) => (over ? 'more than a quarter' : '') },
      ]} />
    </Section>
  );
}

function Ending({ handOff }: { readonly handOff: HandOff }): ReactNode {
  const [closing, setClosing] = useState(false);
  const [reason, setReason] = useState('');
  const close = useDo('line.close', { said: ({ handOff: now }) => (now.state === 'closed' ? 'The hand-off is closed' : 'The hand-off is open again'), done: () => setClosing(false) });
  return (
    <div className="brief-ending">
      {handOff.state === 'closed' && <p><b>Closed{handOff.closedOn === undefined ? '' : ` on ${dayWords(handOff.closedOn)}`}.</b> {handOff.closedReason} <Button kind="link" small busy={close.isPending} onPress={() => close.mutate({ handOff: handOff.id, reopen: true })}>Open it again</Button></p>}
      {handOff.state !== 'closed' && !closing && <p className="actions"><Button kind="link" onPress={() => setClosing(true)}>Close the hand-off</Button></p>}
      {closing && (
        <form className="brief-form" aria-label="Close the hand-off" onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '' && !close.isPending) close.mutate({ handOff: handOff.id, reason: reason.trim() }); }}>
          <TextField label="How it ended" value={reason} onChange={setReason} maxLength={1000} autoFocus />
          <p className="actions"><Button type="submit" disabled={reason.trim() === ''} busy={close.isPending}>Close it</Button><Button kind="link" onPress={() => setClosing(false)}>Leave it open</Button></p>
        </form>
      )}
      {close.error !== null && <AskError error={close.error} kept="The hand-off is as it was." />}
    </div>
  );
}
