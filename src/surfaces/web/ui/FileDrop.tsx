// A place to drop exports or choose them. Decides nothing about their contents: kinds are told by content, later.
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';

/** `onFiles` gets what was dropped or chosen, folders left out. `busy` shows that a read is going on and refuses more. */
export function FileDrop({ title, hint, onFiles, busy = false, choose = 'Choose files' }: { readonly title: ReactNode; readonly hint?: ReactNode; readonly onFiles: (files: File[]) => void; readonly busy?: boolean; readonly choose?: string }): ReactNode {
  return (
    <DropZone className="drop" isDisabled={busy} aria-label={typeof title === 'string' ? title : 'Drop files here'}
      onDrop={(event) => {
        const files = event.items.filter((item) => item.kind === 'file');
        void Promise.all(files.map((item) => item.getFile())).then((read) => { if (read.length > 0) onFiles(read); });
      }}>
      <p>{title}</p>
      <FileTrigger allowsMultiple onSelect={(list) => { if (list !== null && list.length > 0) onFiles([...list]); }}>
        <Button className="button" isDisabled={busy}>{choose}</Button>
      </FileTrigger>
      {hint !== undefined && <p className="small">{hint}</p>}
    </DropZone>
  );
}
