// Three ways in for a calendar: files, a secret address, a CalDAV account.
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { AddAccount } from './AddAccount.tsx';
import { AddFeed } from './AddFeed.tsx';
import { AddFiles } from './AddFiles.tsx';

export const WAYS = [{ id: 'file', name: 'A file' }, { id: 'address', name: 'A secret address' }, { id: 'account', name: 'An account' }] as const;
export type Way = (typeof WAYS)[number]['id'];

export interface AddDeskProps {
  readonly way: Way;
  readonly onWay: (way: Way) => void;
  readonly onDone: () => void;
  readonly onLeave: (() => void) | undefined;
}

export function AddDesk({ way, onWay, onDone, onLeave }: AddDeskProps): ReactNode {
  useCommands([{ id: 'calendar.leave', title: 'Leave the form', group: 'Calendars', keys: 'Escape', when: () => onLeave !== undefined, run: () => onLeave?.() }]);
  return (
    <div className="add-desk">
      <Tabs label="Where the calendar is" items={WAYS} selected={way} onSelect={(id) => onWay(WAYS.find((one) => one.id === id)?.id ?? 'file')}>
        <div className="add-way">
          {way === 'file' ? <AddFiles /> : way === 'address' ? <AddFeed onDone={onDone} /> : <AddAccount onDone={onDone} />}
        </div>
      </Tabs>
      {onLeave !== undefined && <p className="actions"><Button kind="link" command="calendar.leave" onPress={onLeave}>Leave it</Button></p>}
    </div>
  );
}
