// What still has to be said, each a way to its field; and once nothing is missing, the place where the bet is sealed.
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { missingFields } from './bet-record.ts';
import type { Bet } from './bet-words.ts';

/** Puts the focus into a field of the draft, by the name of what it holds. */
function focusField(field: string | undefined): void {
  if (field === undefined) return;
  const place = document.querySelector<HTMLElement>(`.bet-draft [name="${CSS.escape(field)}"]`) ?? document.querySelector<HTMLElement>(`.bet-draft [data-field="${CSS.escape(field)}"] :is(input, button, textarea, a)`);
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}

export function jumpTo(bet: Bet): void {
  focusField(missingFields(bet)[0]?.field);
}

export function DraftMissing({ bet, ready, onPlace, onDrop }: { readonly bet: Bet; readonly ready: boolean; readonly onPlace: () => void; readonly onDrop: () => void }): ReactNode {
  const missing = missingFields(bet);
  return (
    <div className="bet-foot">
      {missing.length > 0 && (
        <div className="bet-missing" role="status">
          <h3>Still to say before it can be placed</h3>
          <ul>{missing.map(({ words, field }) => <li key={words}>{field === undefined ? words : <Button kind="link" small onPress={() => focusField(field)}>{words}</Button>}</li>)}</ul>
        </div>
      )}
      <div className="next">
        <p>{ready ? <><b>Place the bet.</b> You see exactly what is sealed first. After that it can be amended in the open, never changed.</> : missing.length === 0 ? <b>Something above needs another look.</b> : <><b>Not yet.</b> {missing.length === 1 ? 'One thing is' : `${missing.length} things are`} still to say. A draft may wait as long as it likes.</>}</p>
        <Button kind="primary" command="bet.place" disabled={!ready} onPress={onPlace}>Seal and place it</Button>
        <Button kind="link" command="bet.drop" hintOnly onPress={onDrop}>Drop the draft</Button>
      </div>
    </div>
  );
}
