// Saying what an event is, in two steps: the kind, then how far it reaches with everything that would change in sight. Nothing is
// written before the second. An entry of one's own reaches no further than itself and needs only the first.
import { useState, type ReactNode } from 'react';
import type { InputOf, OutputOf } from '../../../../contract/index.ts';
import { kindNamed, type Kind } from '../../../../domain/attention/kinds.ts';
import { hoursSaid, hoursText } from '../../charts/attention/hours.ts';
import { weekName } from '../../charts/attention/week-bars.ts';
import { useAsk, useDo } from '../../data/ask.ts';
import { count, counted } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Key } from '../../ui/Key.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { titleOf, type EventRow } from './attention-words.ts';
import { KindPicker } from './KindPicker.tsx';

type Scope = NonNullable<InputOf<'attention.correct'>['scope']>;
type Preview = OutputOf<'attention.preview'>;

export interface CorrectDialogProps {
  readonly event: EventRow;
  /** Chosen before the dialog opened: it then begins with what would change. */
  readonly kind: Kind | undefined;
  readonly usual: readonly Kind[];
  readonly onClose: () => void;
}

const SCOPES: readonly { readonly id: Scope; readonly name: string }[] = [
  { id: 'series', name: 'Its whole series' }, { id: 'event', name: 'Only this one' }, { id: 'alike', name: 'All that look like it, from now on too' },
];

export function CorrectDialog({ event, kind: given, usual, onClose }: CorrectDialogProps): ReactNode {
  const [kind, setKind] = useState(given);
  const scopes = event.recurring ? SCOPES : SCOPES.filter(({ id }) => id !== 'series');
  const [scope, setScope] = useState<Scope>(event.recurring ? 'series' : 'event');
  const preview = useAsk('attention.preview', { event: event.event, kind: kind ?? '', scope }, { when: kind !== undefined, keep: true });
  const amend = useDo('attention.amend', { said: ({ entry }) => `“${entry.note}” is ${entry.kindName}`, done: onClose });
  const correct = useDo('attention.correct', { said: ({ says }) => says, done: onClose });
  const apply = (): void => { if (kind !== undefined && !correct.isPending) correct.mutate({ event: event.event, kind, scope }); };
  const title = titleOf(event);
  if (kind === undefined) {
    return (
      <Dialog open onClose={onClose} dismissable={false} title={`What kind of work was “${title}”?`} foot={<Button kind="link" onPress={onClose}>Leave it as it is</Button>}>
        <p className="muted">{event.kind === 'unsorted' ? 'Nothing was likely enough yet.' : `Taken for ${event.kindName}${event.confirmed ? ', as you said' : ', which is a guess'}.`}</p>
        <KindPicker usual={usual} onChoose={(chosen) => (event.role === 'entry' ? amend.mutate({ entry: event.event, kind: chosen }) : setKind(chosen))} />
        {amend.isError && <AskError error={amend.error} kept="Nothing was changed." />}
      </Dialog>
    );
  }
  const name = kindNamed(kind).name;
  const fresh = preview.data !== undefined && !preview.isPlaceholderData ? preview.data : undefined;
  return (
    <Dialog open onClose={onClose} dismissable={false} title={`“${title}” is ${name}`}
      foot={<><Button kind="primary" type="submit" busy={correct.isPending} disabled={fresh === undefined} onPress={apply}>{fresh === undefined ? 'Apply' : applyWords(fresh)}</Button><Button kind="link" onPress={() => setKind(undefined)}>Another kind</Button><Button kind="link" onPress={onClose}>Leave it as it is</Button></>}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- numbers choose how far it reaches; each choice is a radio of its own */}
      <form className="stack" onSubmit={(submitted) => { submitted.preventDefault(); if (fresh !== undefined) apply(); }}
        onKeyDown={(pressed) => {
          const chosen = scopes[Number(pressed.key) - 1];
          if (chosen !== undefined) { pressed.preventDefault(); setScope(chosen.id); pressed.currentTarget.querySelectorAll<HTMLInputElement>('input[type="radio"]')[Number(pressed.key) - 1]?.focus(); }
          if (pressed.key === 'Enter' && pressed.target instanceof HTMLInputElement) { pressed.preventDefault(); if (fresh !== undefined) apply(); }
        }}>
        <fieldset className="reasons">
          <legend className="hidden-words">How far it reaches</legend>
          {scopes.map((one, at) => <label key={one.id} className="reason"><input type="radio" name="scope" value={one.id} checked={one.id === scope} autoFocus={one.id === scope} onChange={() => setScope(one.id)} /><span>{one.name}</span><Key keys={String(at + 1)} /></label>)}
        </fieldset>
        {preview.isError && <AskError error={preview.error} kept="Nothing was changed." />}
        {preview.data === undefined && !preview.isError && <Skeleton shape="lines" words="Looking at what would change" />}
        {preview.data !== undefined && <Changes preview={preview.data} old={preview.isPlaceholderData} />}
        {correct.isError && <AskError error={correct.error} kept="Nothing was changed." />}
      </form>
    </Dialog>
  );
}

/** `Change 12 events, 9.5 hours`. */
function applyWords({ count: events, minutes }: Preview): string {
  return events === 0 ? 'Keep it so' : `Change ${counted(events, 'event')}${minutes < 0.5 ? '' : `, ${hoursSaid(minutes)}`}`;
}

function Changes({ preview, old }: { readonly preview: Preview; readonly old: boolean }): ReactNode {
  const { events, kept } = preview;
  return (
    <div className={old ? 'att-changes stale-figures' : 'att-changes'} aria-live="polite">
      <p>{preview.says}{preview.words !== undefined && <> They share <mark>{preview.words}</mark>.</>}</p>
      {events.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what may scroll must be reachable by keyboard
        <div className="att-changes-list" tabIndex={0} role="region" aria-label="What would change">
          <ul>{events.map((event) => <li key={`${event.event} ${event.start}`}><span className="muted">{weekName(event.start.slice(0, 10))}</span><span>{titleOf(event)} <span className="muted">was {event.kindName}{event.confirmed ? '' : ', guessed'}</span></span><span className="tabular right">{hoursText(event.minutes)}</span></li>)}</ul>
        </div>
      )}
      {preview.count > events.length && events.length > 0 && <p className="muted">And {count(preview.count - events.length)} more.</p>}
      {kept > 0 && <p className="muted">{counted(kept, 'event')} {kept === 1 ? 'looks' : 'look'} like it and {kept === 1 ? 'stays' : 'stay'}, because you said what {kept === 1 ? 'it is' : 'they are'}.</p>}
    </div>
  );
}
