// An export of everything: writing it, downloading it, and what came of it.
import type { ReactNode } from 'react';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { bytesWords, counted } from '../../data/words.ts';

/** Writes the archive and hands it to the browser to keep. */
export function useExport() {
  return useDo('export.create', { done: ({ archive, download }) => {
    const link = document.createElement('a');
    link.href = download;
    link.download = archive.fileName;
    link.click();
  } });
}

export function Written({ exporting }: { readonly exporting: ReturnType<typeof useExport> }): ReactNode {
  const { data, error } = exporting;
  return (
    <>
      {data !== undefined && <p role="status">Written: <a className="link link-small" href={data.download} download={data.archive.fileName}>{data.archive.fileName}</a>, {bytesWords(data.archive.bytes)}, {counted(data.archive.items, 'item')}. <span className="hash">{data.archive.sha256.slice(0, 12)}</span></p>}
      {error !== null && <AskError error={error} kept="Nothing was written; what is here is as it was." />}
    </>
  );
}
