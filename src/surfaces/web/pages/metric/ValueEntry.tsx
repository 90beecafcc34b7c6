// Where values come in by hand: a column is pasted, or a file dropped or chosen. Reads nothing of them; says how far a file is handed over.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { RefusedError } from '../../data/ask.ts';
import { bytesWords } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { uploadAll } from '../source/upload.ts';
import { headerIn, percentIn, type Entry } from './metric-entry.ts';

/** A pause after which what was typed is taken as meant. A paste is taken after it too, unnoticed. */
const PAUSE_MS = 250;
const MOST_CHARACTERS = 5_000_000;

interface Sending { readonly file: File; readonly sent: number; readonly elapsedMs: number }

export interface ValueEntryProps {
  readonly entry: Entry | undefined;
  readonly onEntry: (entry: Entry | undefined) => void;
  /** Why what is in it cannot be read. */
  readonly error?: ReactNode;
  readonly label?: string;
  readonly autoFocus?: boolean;
}

export function ValueEntry({ entry, onEntry, error, label = 'The values', autoFocus = false }: ValueEntryProps): ReactNode {
  const [text, setText] = useState(entry?.given.kind === 'text' ? entry.given.text : '');
  const [sending, setSending] = useState<Sending>();
  const [failed, setFailed] = useState<{ readonly file: File; readonly error: unknown }>();
  const next = useRef((entry?.id ?? 0) + 1);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => { clearTimeout(pause.current); stop.current?.abort(); }, []);

  const write = (words: string): void => {
    setText(words);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => onEntry(words.trim() === '' ? undefined : { id: next.current++, given: { kind: 'text', text: words } }), PAUSE_MS);
  };
  const send = async (file: File): Promise<void> => {
    const control = new AbortController();
    stop.current = control;
    clearTimeout(pause.current);
    setFailed(undefined);
    const since = performance.now();
    setSending({ file, sent: 0, elapsedMs: 0 });
    try {
      const [uploaded] = await uploadAll([file], (sent) => setSending({ file, sent, elapsedMs: performance.now() - since }), control.signal);
      const beginning = await file.slice(0, 4_000).text();
      if (uploaded !== undefined) onEntry({ id: next.current++, given: { kind: 'file', name: file.name, bytes: file.size, upload: uploaded.upload, header: headerIn(beginning), percent: percentIn(beginning) } });
      setText('');
    } catch (problem) {
      if (!control.signal.aborted) setFailed({ file, error: problem });
    }
    setSending(undefined);
  };

  if (sending !== undefined) {
    return <Progress title={`Handing over ${sending.file.name}`} done={sending.sent / 1e6} total={sending.file.size / 1e6} unit="MB" elapsedMs={sending.elapsedMs} onCancel={() => stop.current?.abort()} />;
  }
  if (entry?.given.kind === 'file') {
    return (
      <div className="value-file">
        <p><b>{entry.given.name}</b> <span className="muted">{bytesWords(entry.given.bytes)}</span> <Button kind="link" small onPress={() => onEntry(undefined)}>Take another</Button></p>
        {error !== undefined && <p className="field-error" role="alert">{error}</p>}
      </div>
    );
  }
  const tooLong = text.length > MOST_CHARACTERS;
  return (
    <div className="value-entry">
      <TextField label={label} hint="A column of numbers, or a table with a column of days: as copied from a spreadsheet, as CSV, or as JSON." multiline autoFocus={autoFocus} value={text} onChange={write} placeholder={'2026-11-18\t412\n2026-11-19\t431'}
        {...(tooLong ? { error: 'That is more than five million characters. Save it as a file and drop that.' } : error === undefined ? {} : { error })} />
      <FileDrop title="Or drop a file: CSV, TSV, XLSX or JSON." choose="Choose a file" onFiles={([file]) => { if (file !== undefined) void send(file); }} />
      {failed !== undefined && <AskError error={failed.error} kept="Nothing was kept." onRetry={failed.error instanceof RefusedError ? undefined : () => void send(failed.file)} />}
    </div>
  );
}
