// No item yet: what will stand here, and the one step to it. Files can be dropped at once; the rest of an import is on Sources.
import { useState, type ReactNode } from 'react';
import { uploadFile } from '../../../../client/transfer.ts';
import { EmptyUnitChart } from '../../charts/EmptyUnitChart.tsx';
import { Measured } from '../../charts/Measured.tsx';
import { errorWords, RefusedError, useAsk, useDo } from '../../data/ask.ts';
import { count } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';

export function NothingHere({ importing }: { readonly importing: boolean }): ReactNode {
  const [doing, setDoing] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const start = useDo('import.start', { done: () => setDoing('Reading') });
  const imports = useAsk('import.list', { limit: 1 }, { when: importing || doing === 'Reading', everyMs: 600 });
  const [newest] = imports.data?.imports ?? [];
  const ended = doing === 'Reading' && (newest?.state === 'failed' || newest?.state === 'cancelled' || newest?.state === 'interrupted');
  const live = imports.data?.imports.find(({ state }) => state === 'running' || state === 'waiting');
  const bring = async (files: readonly File[]): Promise<void> => {
    setProblem(undefined);
    try {
      const uploads: { upload: string }[] = [];
      for (const file of files) {
        setDoing(`Copying ${file.name}`);
        const sent = await uploadFile({ baseUrl: '' }, file.name, file);
        if (!sent.ok) throw new RefusedError(sent.refusal.code, sent.refusal.details);
        uploads.push({ upload: sent.value.upload });
      }
      setDoing('Looking at what it is');
      await start.mutateAsync({ files: uploads });
    } catch (error) {
      setDoing(undefined);
      setProblem(errorWords(error));
    }
  };
  const busy = (doing !== undefined && !ended) || importing;
  return (
    <>
      <EmptyState page sentence="No backlog is here yet. Drop the export of your tracker, and see in minutes what leads to the goal and what will never be done."
        form={<Measured>{(frame) => <EmptyUnitChart frame={frame} />}</Measured>}
        action={(
          <div className="bring">
            <FileDrop title={busy ? `${live === undefined ? doing ?? 'Reading' : `Reading ${live.files[0]?.name ?? ''}: ${count(live.read)} items so far`} …` : 'Drop the export of your tracker here.'} busy={busy} onFiles={(files) => void bring(files)}
              hint="Jira, GitHub, Linear, GitLab, Trello or any CSV; plain, .gz or .zip, several at once. Nothing leaves this machine." />
            {ended && <p className="field-error" role="alert">{newest?.refusal?.sentence ?? 'The import ended before anything was read. It can be taken up again on Sources.'}</p>}
            {problem !== undefined && <p className="field-error" role="alert">{problem}</p>}
            <AppLink className="link link-small" href="/sources">Map the columns of another CSV, or see past imports, on Sources</AppLink>
          </div>
        )} />
    </>
  );
}
