// The file of a randomised test or a staggered rollout: dropped, sent up, its columns told apart. Reads only its first lines itself.
import { useRef, useState, type ReactNode } from 'react';
import type { InputOf } from '../../../../contract/index.ts';
import { AskError } from '../../parts/AskError.tsx';
import { bytesWords } from '../../data/words.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { uploadAll } from '../source/upload.ts';
import { armsIn, FIELDS, guessColumns, tableHead, type TableHead } from './file-columns.ts';

type Brought = Pick<InputOf<'review.reveal'>, 'file' | 'columns'>;
interface Sent { readonly upload: string; readonly name: string; readonly bytes: number; readonly head: TableHead | undefined }

const HEAD_BYTES = 200_000;
const NONE = { id: '', name: 'not in this file' };

export function RevealFile({ design, onBrought }: { readonly design: 'experiment' | 'staggered'; readonly onBrought: (brought: Brought | undefined) => void }): ReactNode {
  const fields = FIELDS[design];
  const [sent, setSent] = useState<Sent>();
  const [columns, setColumns] = useState<Record<string, string>>({});
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const latest = useRef(0);

  const tell = (file: Sent, chosen: Record<string, string>): void => {
    setColumns(chosen);
    const needed = [...(design === 'experiment' && (chosen['week'] ?? '') !== '' ? ['unit'] : []), ...fields.filter(({ optional }) => optional !== true).map(({ id }) => id), ...(design === 'experiment' ? ['control'] : [])];
    const given = Object.fromEntries(Object.entries(chosen).filter(([, column]) => column.trim() !== ''));
    onBrought(needed.every((id) => given[id] !== undefined) ? { file: { upload: file.upload }, columns: given } : undefined);
  };
  const take = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    const turn = latest.current += 1;
    setSending(true);
    setError(undefined);
    onBrought(undefined);
    try {
      const head = tableHead(await file.slice(0, HEAD_BYTES).text());
      const [uploaded] = await uploadAll([file], () => undefined, new AbortController().signal);
      if (turn !== latest.current || uploaded === undefined) return;
      const read: Sent = { upload: uploaded.upload, name: file.name, bytes: file.size, head };
      const guessed = guessColumns(head?.columns ?? [], fields);
      const control = head === undefined ? undefined : armsIn(head, guessed['arm'])[0];
      setSent(read);
      tell(read, { ...guessed, ...(design === 'experiment' && control !== undefined ? { control } : {}) });
    } catch (failed) {
      if (turn === latest.current) setError(failed);
    } finally {
      if (turn === latest.current) setSending(false);
    }
  };
  const set = (id: string) => (column: string): void => { if (sent !== undefined) tell(sent, { ...columns, [id]: column }); };
  return (
    <Section finding={sent === undefined ? design === 'experiment' ? 'The test’s numbers' : 'The rollout’s numbers' : `${sent.name}, ${bytesWords(sent.bytes)}`}
      sub={design === 'experiment' ? 'One row a user, or one a user and week: which arm, and what came of it. CSV, TSV or XLSX; it is kept with the readout.' : 'One row a unit and period, with the first period in which the unit had the change. CSV, TSV or XLSX; it is kept with the readout.'}>
      <FileDrop title={sending ? 'Sending the file' : sent === undefined ? 'Drop the file here' : 'Drop another file in its place'} choose="Choose a file" busy={sending} onFiles={(files) => void take(files)} />
      {error !== undefined && <AskError error={error} kept="Nothing was shown; what you rated and remembered is kept." />}
      {sent !== undefined && (
        <fieldset className="review-columns">
          <legend>Which column is which</legend>
          {fields.map(({ id, label, hint, optional = false }) => (sent.head === undefined
            ? <TextField key={id} label={label} optional={optional} hint={hint ?? 'The name of its column, as it stands in the file.'} value={columns[id] ?? ''} onChange={set(id)} maxLength={300} />
            : <Select key={id} label={optional ? `${label} (optional)` : label} choices={[...(optional ? [NONE] : []), ...sent.head.columns.map((name) => ({ id: name, name }))]} value={columns[id] ?? (optional ? '' : undefined)} onChange={set(id)} placeholder="Choose a column" {...(hint === undefined ? {} : { hint })} />))}
          {design === 'experiment' && <TextField label="Name of the arm without the change" value={columns['control'] ?? ''} onChange={set('control')} maxLength={300} suggestions={sent.head === undefined ? [] : armsIn(sent.head, columns['arm'])} />}
          {design === 'experiment' && <TextField label="Planned shares of the arms" optional hint="When they were not equal, such as a group held back: holdout=5, rest=95." value={columns['split'] ?? ''} onChange={set('split')} maxLength={300} />}
          {design === 'experiment' && <Checkbox selected={columns['declaredEnd'] === 'true'} onChange={(on) => set('declaredEnd')(on ? 'true' : 'false')}>It ended when it was declared to end, before it began</Checkbox>}
        </fieldset>
      )}
    </Section>
  );
}
