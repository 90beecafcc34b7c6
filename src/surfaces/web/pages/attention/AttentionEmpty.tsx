// No calendar yet: what would stand here, the one step to it, who can see it, and the form of the picture with its parts named.
import type { ReactNode } from 'react';
import { EmptyWeekBars } from '../../charts/attention/EmptyWeekBars.tsx';
import { Measured } from '../../charts/Measured.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Note } from '../../ui/Note.tsx';
import { CalendarBringing } from './CalendarBringing.tsx';
import type { CalendarFiles } from './use-calendar-files.ts';

export function AttentionEmpty({ files }: { readonly files: CalendarFiles }): ReactNode {
  const busy = files.bringing.step === 'sending' || files.bringing.step === 'reading';
  return (
    <>
      <EmptyState page sentence="No calendar is here yet. Drop one and see what kinds of work your weeks were made of, within a minute.">
        Each event is sorted into one of 45 kinds by a guess that says so: hatched until you confirm it. Hours without a trace stay open. Then you can draw a line, and see when a kind of work crosses it.
      </EmptyState>
      <div className="att-drop">
        {!busy && <FileDrop title="Drop .ics files here, or anywhere on this page." hint="One or several. They are read on this machine and shown to you alone." onFiles={(dropped) => files.bring(dropped)} />}
        <CalendarBringing files={files} />
        <p className="actions"><AppLink className="link" href="/calendars">Connect one that is kept up to date</AppLink></p>
      </div>
      <div className="att-form"><Measured>{(frame) => <EmptyWeekBars frame={frame} />}</Measured></div>
      <Note title="Only you can see this page"><p>Nobody else in the workspace has a way to it, whatever their role. What you say of your events stays yours too.</p><h3>Without a calendar</h3><p>Time can also be written down in one line, such as “90 sales deck for Northwind”, or timed as it goes.</p></Note>
    </>
  );
}
