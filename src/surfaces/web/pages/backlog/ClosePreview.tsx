// The exact changes of a closing before it is made: every item, the label it gets, and the words to whoever asked, which can be changed.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { shortKey } from '../../parts/item-address.ts';
import { counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { CullRow } from './cull-batch.ts';

/** `onClosed` gets the messages that were changed, by item id. */
export function ClosePreview({ rows, onCloseItems, onLeave }: { readonly rows: readonly CullRow[]; readonly onCloseItems: (messages: ReadonlyMap<string, string>) => void; readonly onLeave: () => void }): ReactNode {
  const [messages, setMessages] = useState<ReadonlyMap<string, string>>(new Map());
  const [editing, setEditing] = useState<string>();
  const primary = useRef<HTMLButtonElement & HTMLAnchorElement>(null);
  useEffect(() => { primary.current?.focus(); }, []);
  const close = (): void => {
    const changed = new Map([...messages].flatMap(([id, text]) => (text.trim() === '' || text === rows.find(({ item }) => item.id === id)?.message ? [] : [[id, text.trim()] as const])));
    onCloseItems(changed);
  };
  const what = counted(rows.length, 'item');
  return (
    <Dialog open wide dismissable={false} onClose={onLeave} title={`Close ${what}. These are the exact changes.`}
      foot={<><Button kind="primary" ref={primary} onPress={close}>Close {what}</Button><Button kind="link" onPress={onLeave}>Back to the list</Button><span className="muted small">Nothing is written to the tracker. The plan can be exported; undo for 30 days.</span></>}>
      <ul className="changes">
        {rows.map(({ item, message }) => (
          <li key={item.id}>
            <p className="change-head"><span className="row-key" title={item.key}>{shortKey(item.key)}</span> <span>{item.title}</span></p>
            <p className="muted small">Closes with the label <i>aged-out</i>{item.untouchedDays !== undefined && <>, untouched {counted(item.untouchedDays, 'day')}</>}.</p>
            {editing === item.id
              ? <TextField label={`To whoever asked for ${item.key}`} value={messages.get(item.id) ?? message} onChange={(text) => setMessages(new Map(messages).set(item.id, text))} multiline maxLength={4000} autoFocus />
              : <p className="change-message"><span>{messages.get(item.id) ?? message}</span> <Button kind="link" small label={`Change the words to whoever asked for ${item.key}`} onPress={() => setEditing(item.id)}>Change the words</Button></p>}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
