// Calendars from .ics files: dropped or chosen, sent up, kept, and what of them could not be read. One that is known is brought up to date.
import { useRef, useState, type ReactNode } from 'react';
import { RefusedError, useDo } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { uploadAll } from '../source/upload.ts';
import { UnreadPlaces } from './UnreadPlaces.tsx';
import type { OutputOf } from '../../../../contract/index.ts';

interface Sending { readonly files: readonly File[]; readonly sent: number; readonly elapsedMs: number }
type Added = OutputOf<'calendar.add'>;

/** `calendar` brings that one up to date, whatever the files call themselves. */
export function AddFiles({ calendar, onAdded, title = 'Drop .ics files here, one or several.' }: { readonly calendar?: string | undefined; readonly onAdded?: ((added: Added) => void) | undefined; readonly title?: string }): ReactNode {
  const [sending, setSending] = useState<Sending>();
  const [failed, setFailed] = useState<{ readonly error: unknown; readonly files: readonly File[] }>();
  const stop = useRef<AbortController>(undefined);
  const add = useDo('calendar.add', { said: ({ says }) => says, done: (added) => onAdded?.(added) });
  const send = async (files: readonly File[]): Promise<void> => {
    const control = new AbortController();
    stop.current = control;
    const since = performance.now();
    add.reset();
    setFailed(undefined);
    setSending({ files, sent: 0, elapsedMs: 0 });
    try {
      const uploads = await uploadAll(files, (sent) => setSending({ files, sent, elapsedMs: performance.now() - since }), control.signal);
      await add.mutateAsync({ files: uploads.map(({ upload }) => ({ upload })), wait: false, ...(calendar === undefined ? {} : { calendar }) });
    } catch (error) {
      if (!control.signal.aborted) setFailed({ error, files });
    }
    setSending(undefined);
  };
  if (sending !== undefined) {
    const total = sending.files.reduce((sum, file) => sum + file.size, 0);
    return add.isPending
      ? <Progress title={`Reading ${counted(sending.files.length, 'file')}`} done={sending.files.length} unit={sending.files.length === 1 ? 'file' : 'files'} elapsedMs={sending.elapsedMs} pace="Working out every occurrence" />
      : <Progress title={`Handing over ${counted(sending.files.length, 'file')}`} done={sending.sent / 1e6} total={total / 1e6} unit="MB" elapsedMs={sending.elapsedMs} onCancel={() => stop.current?.abort()} />;
  }
  return (
    <div className="stack">
      <FileDrop title={title} hint="Exported from Google, Outlook, Apple or any other calendar. A later export of the same calendar brings it up to date and doubles nothing." onFiles={(files) => void send(files)} />
      {failed !== undefined && <AskError error={failed.error} kept="Nothing was kept of it; the calendars are as they were." onRetry={failed.error instanceof RefusedError ? undefined : () => void send(failed.files)} />}
      {add.data !== undefined && <div role="status"><p>{add.data.says}</p>{add.data.unreadTotal > 0 && <UnreadPlaces unread={add.data.unread} total={add.data.unreadTotal} />}</div>}
    </div>
  );
}
