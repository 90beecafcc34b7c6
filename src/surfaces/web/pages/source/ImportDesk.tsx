// From a dropped file to a started import: send it up, look at it, map columns where they are unknown, begin.
// Holds the files until then, so that a refusal loses nothing.
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import type { Uploaded } from '../../../../client/transfer.ts';
import type { InputOf, OutputOf } from '../../../../contract/index.ts';
import { AskError } from '../../parts/AskError.tsx';
import { ask, RefusedError, useDo } from '../../data/ask.ts';
import { bytesWords, counted } from '../../data/words.ts';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { PreviewDesk } from './PreviewDesk.tsx';
import type { Columns, Preview } from './source-words.ts';
import { uploadAll } from './upload.ts';

type Kind = NonNullable<InputOf<'import.preview'>['kind']>;

type Desk =
  | { readonly step: 'idle' }
  | { readonly step: 'sending'; readonly files: readonly File[]; readonly sent: number; readonly elapsedMs: number }
  | { readonly step: 'looking'; readonly files: readonly File[]; readonly uploads: readonly Uploaded[] }
  | { readonly step: 'looked'; readonly files: readonly File[]; readonly uploads: readonly Uploaded[]; readonly preview: Preview; readonly kind: Kind }
  | { readonly step: 'failed'; readonly files: readonly File[]; readonly uploads?: readonly Uploaded[] | undefined; readonly error: unknown };

export function ImportDesk({ place }: { readonly place: OutputOf<'workspace.get'> }): ReactNode {
  const [desk, setDesk] = useState<Desk>({ step: 'idle' });
  const stop = useRef<AbortController>(undefined);
  const navigate = useNavigate();
  const start = useDo('import.start', { done: ({ import: begun }) => { setDesk({ step: 'idle' }); void navigate({ to: `/sources/imports/${begun.id}` }); } });
  const discard = useDo('sample.discard', { said: () => 'The sample is gone' });

  const look = async (files: readonly File[], uploads: readonly Uploaded[], kind: Kind): Promise<void> => {
    setDesk({ step: 'looking', files, uploads });
    try {
      const preview = await ask('import.preview', { files: uploads.map(({ upload }) => ({ upload })), kind });
      setDesk({ step: 'looked', files, uploads, preview, kind });
    } catch (error) {
      setDesk({ step: 'failed', files, uploads, error });
    }
  };
  const send = async (files: readonly File[]): Promise<void> => {
    const control = new AbortController();
    stop.current = control;
    const since = performance.now();
    start.reset();
    setDesk({ step: 'sending', files, sent: 0, elapsedMs: 0 });
    try {
      const uploads = await uploadAll(files, (sent) => setDesk({ step: 'sending', files, sent, elapsedMs: performance.now() - since }), control.signal);
      await look(files, uploads, 'auto');
    } catch (error) {
      setDesk(control.signal.aborted ? { step: 'idle' } : { step: 'failed', files, error });
    }
  };
  const begin = async (uploads: readonly Uploaded[], kind: Kind, map: Columns | undefined, timeZone: string | undefined, sampleFirst: boolean): Promise<void> => {
    if (sampleFirst && !(await discard.mutateAsync({}).then(() => true, () => false))) return;
    start.mutate({ files: uploads.map(({ upload }) => ({ upload })), kind, ...(map === undefined ? {} : { map }), ...(timeZone === undefined ? {} : { timeZone }) });
  };

  if (desk.step === 'sending') {
    const total = desk.files.reduce((sum, file) => sum + file.size, 0);
    return <div className="desk"><Progress title={`Handing over ${counted(desk.files.length, 'file')}`} done={desk.sent / 1e6} total={total / 1e6} unit="MB" elapsedMs={desk.elapsedMs} onCancel={() => stop.current?.abort()} /></div>;
  }
  if (desk.step === 'looking') return <div className="desk"><Progress title="Looking at what it is" done={desk.files.length} unit={desk.files.length === 1 ? 'file' : 'files'} elapsedMs={0} pace={bytesWords(desk.files.reduce((sum, file) => sum + file.size, 0))} /></div>;
  if (desk.step === 'looked') {
    const { uploads, files, kind } = desk;
    return <PreviewDesk key={`${uploads[0]?.upload}${kind}`} uploads={uploads} preview={desk.preview} kind={kind} place={place} busy={start.isPending || discard.isPending} error={start.error ?? discard.error}
      onKind={(next) => void look(files, uploads, next)} onLeave={() => { start.reset(); setDesk({ step: 'idle' }); }} onBegin={(map, timeZone, sampleFirst) => void begin(uploads, desk.preview.needsMapping ? 'csv' : kind, map, timeZone, sampleFirst)} />;
  }
  return (
    <div className="desk">
      <FileDrop title={desk.step === 'failed' ? 'Drop another file here, or the same one again.' : 'Drop the export of your tracker here.'} hint="Jira, GitHub, Linear, GitLab, Trello or any CSV; plain, .gz or .zip, several at once. What it is, is told from its content." onFiles={(files) => void send(files)} />
      {desk.step === 'failed' && <AskError error={desk.error} kept="Nothing was imported; what was here is as it was." onRetry={desk.error instanceof RefusedError ? undefined : () => void (desk.uploads === undefined ? send(desk.files) : look(desk.files, desk.uploads, 'auto'))} />}
    </div>
  );
}
