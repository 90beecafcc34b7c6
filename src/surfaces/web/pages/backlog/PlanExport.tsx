// The plan as a file: what it will hold, to be read before it is downloaded or copied.
import { useState, type ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { toasts } from '../../ui/toast-store.ts';
import type { ExportFormat, FittingFormat } from './plan-export.ts';

/** Longer files are shown to here; the download is whole. */
const SHOWN = 20_000;

export function PlanExport({ formats, chosen, items, onChoose }: { readonly formats: readonly FittingFormat[]; readonly chosen: ExportFormat | undefined; readonly items: number; readonly onChoose: (format: ExportFormat) => void }): ReactNode {
  const format = formats.find((one) => one.format === chosen) ?? formats[0];
  const file = useAsk('cull.export', { format: format?.format ?? 'markdown' }, { keep: true });
  const [copied, setCopied] = useState<string>();
  if (format === undefined) return null;
  const download = (): void => {
    if (file.data === undefined) return;
    const address = URL.createObjectURL(new Blob([file.data.text], { type: file.data.mediaType }));
    const link = document.createElement('a');
    link.href = address;
    link.download = file.data.fileName;
    link.click();
    // The browser has taken the address by the next turn of the loop; a minute is more than it needs.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    toasts.show(`${file.data.fileName} is in your downloads`);
  };
  const copy = (): void => {
    if (file.data === undefined) return;
    navigator.clipboard.writeText(file.data.text).then(() => { toasts.show('The plan is copied'); }, () => setCopied('The clipboard is closed to this page. Select the text below instead.'));
  };
  return (
    <>
      <NextAction proposal={`Take ${counted(items, 'closing')} to your tracker`} action={<Button kind="primary" disabled={file.data === undefined} onPress={download}>Download {format.name}</Button>} alternative={<Button kind="link" disabled={file.data === undefined} onPress={copy}>Copy it</Button>}>{format.how}</NextAction>
      <Section wide finding="What the file holds">
        {formats.length > 1 && <div className="export-formats" role="group" aria-label="Format">{formats.map((one) => <Button key={one.format} kind="link" small pressed={one.format === format.format} onPress={() => onChoose(one.format)}>{one.name}</Button>)}</div>}
        {copied !== undefined && <p className="muted" role="status">{copied}</p>}
        {file.data === undefined
          ? file.isError ? <AskError error={file.error} kept="The plan is as it was." onRetry={() => void file.refetch()} /> : <Skeleton shape="lines" words="Writing the file" />
          : (
            <>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
              <pre className="export-text" tabIndex={0} role="region" aria-label={`The text of ${file.data.fileName}`}>{file.data.text.slice(0, SHOWN)}</pre>
              {file.data.text.length > SHOWN && <p className="muted">The file goes on for {(file.data.text.length - SHOWN).toLocaleString('en')} more characters; the download is whole.</p>}
            </>
          )}
      </Section>
    </>
  );
}
