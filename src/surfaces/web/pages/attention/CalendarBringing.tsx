// Where calendar files are dropped, anywhere on the page, and how they come in: progress, what was added, what was not read and where.
import { useEffect, useState, type ReactNode } from 'react';
import { bytesWords, count, counted } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { CalendarFiles } from './use-calendar-files.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** Takes files dropped anywhere in the window while it is mounted, and says so while they are held over it. */
export function DropAnywhere({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactNode {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener('dragover', (event) => {
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      setOver(true);
    }, { signal });
    addEventListener('dragleave', (event) => { if (event.relatedTarget === null) setOver(false); }, { signal });
    addEventListener('drop', (event) => {
      setOver(false);
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const files = [...event.dataTransfer?.files ?? []];
      if (files.length > 0) onFiles(files);
    }, { signal });
    return () => listening.abort();
  }, [onFiles]);
  return over ? <div className="att-dropping" aria-hidden="true"><p>Drop the calendar; it stays yours alone.</p></div> : null;
}

export function CalendarBringing({ files: { bringing, bring, stop, close } }: { readonly files: CalendarFiles }): ReactNode {
  switch (bringing.step) {
    case 'idle': return null;
    case 'sending': {
      const total = bringing.files.reduce((sum, file) => sum + file.size, 0);
      return <div className="att-bringing"><Progress title={`Handing over ${counted(bringing.files.length, 'calendar file')}`} done={bringing.sent / 1e6} total={total / 1e6} unit="MB" elapsedMs={bringing.elapsedMs} onCancel={stop} /></div>;
    }
    case 'reading': return <div className="att-bringing"><Progress title="Reading the events and working out their repeats" done={bringing.files.length} unit={bringing.files.length === 1 ? 'file' : 'files'} elapsedMs={0} pace={bytesWords(bringing.files.reduce((sum, file) => sum + file.size, 0))} /></div>;
    case 'failed': return <div className="att-bringing"><AskError error={bringing.error} kept="No calendar was added; what was here is as it was." onRetry={() => bring(bringing.files)}><p className="actions"><Button kind="link" onPress={close}>Leave it</Button></p></AskError></div>;
    case 'added': {
      const { added } = bringing;
      return (
        <section className="att-bringing att-added" aria-label="What came in">
          <p><b>{added.says}</b> {added.unreadTotal === 0 ? 'Everything in it was read.' : `${counted(added.unreadTotal, 'place')} could not be read:`}</p>
          {added.unread.length > 0 && <ul className="att-unread">{added.unread.map((one, at) => <li key={at}><span className="muted">{one.where}</span> {one.detail}</li>)}</ul>}
          {added.unreadTotal > added.unread.length && <p className="muted">And {count(added.unreadTotal - added.unread.length)} more, on <AppLink href="/calendars">the calendars’ page</AppLink>.</p>}
          <p className="actions"><Button kind="link" small onPress={close}>Put this away</Button><AppLink className="link link-small" href="/calendars">Calendars</AppLink></p>
        </section>
      );
    }
  }
}
