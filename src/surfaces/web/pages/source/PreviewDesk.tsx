// What the files are, before anything is imported: the first items as they will be read, what could not be read, the columns of an
// unknown table, and the zone of its dates.
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Uploaded } from '../../../../client/transfer.ts';
import type { InputOf, OutputOf } from '../../../../contract/index.ts';
import { AskError } from '../../parts/AskError.tsx';
import { ask, RefusedError } from '../../data/ask.ts';
import { bytesWords, counted, dayShort } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ColumnMap } from './ColumnMap.tsx';
import { KIND_CHOICES, fileWords, kindWords, reasonWords, type Columns, type Preview } from './source-words.ts';
import { isTimeZone, TIME_ZONES } from './time-zones.ts';

type Kind = NonNullable<InputOf<'import.preview'>['kind']>;
/** Kinds whose dates carry no zone of their own. */
const ZONELESS = new Set(['jira-csv', 'linear-csv', 'csv']);

const ITEM_COLUMNS: readonly Column<Preview['sample'][number]>[] = [
  { id: 'key', head: 'Key', rowHead: true, noWrap: true, cell: (item) => item.key },
  { id: 'title', head: 'Title', cell: (item) => <span className="preview-title">{item.title === '' ? <span className="muted">no title</span> : item.title}</span> },
  { id: 'status', head: 'Status', cell: (item) => <>{item.status ?? '–'} <span className="muted">{item.statusClass.replace('_', ' ')}</span></> },
  { id: 'created', head: 'Created', noWrap: true, cell: (item) => (item.created === undefined ? <span className="muted">not told</span> : dayShort(item.created)) },
];

const UNREAD_COLUMNS: readonly Column<Preview['unread'][number]>[] = [
  { id: 'where', head: 'Where', rowHead: true, cell: (one) => one.where }, { id: 'reason', head: 'Reason', cell: (one) => reasonWords(one.code) }, { id: 'value', head: 'As it stands', cell: (one) => <span className="preview-value">{one.value ?? ''}</span> },
];

export interface PreviewDeskProps {
  readonly uploads: readonly Uploaded[];
  readonly preview: Preview;
  readonly kind: Kind;
  readonly place: OutputOf<'workspace.get'>;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onKind: (kind: Kind) => void;
  readonly onBegin: (map: Columns | undefined, timeZone: string | undefined, sampleFirst: boolean) => void;
  readonly onLeave: () => void;
}

export function PreviewDesk({ uploads, preview, kind, place, busy, error, onKind, onBegin, onLeave }: PreviewDeskProps): ReactNode {
  const [map, setMap] = useState<Columns>(() => preview.suggestedMap ?? {});
  const [zone, setZone] = useState(place.timeZone);
  const [sampleFirst, setSampleFirst] = useState(place.sample);
  const [choosing, setChoosing] = useState(kind !== 'auto');
  const ready = !preview.needsMapping || preview.fields.every(({ field, required }) => !required || map[field] !== undefined);
  const mapped = useMapped(uploads, map, preview.needsMapping && ready);
  const shown = preview.needsMapping ? mapped.data : preview;
  const zoneless = preview.needsMapping || ZONELESS.has(preview.kind ?? '');
  const archive = preview.kind === 'archive';
  const begin = (): void => { if (ready && !busy && isTimeZone(zone)) onBegin(preview.needsMapping ? map : undefined, zoneless ? zone : undefined, place.sample && (sampleFirst || archive)); };
  useCommands([
    { id: 'import.begin', title: 'Begin the import', group: 'Import', keys: '$mod+Enter', run: begin },
    { id: 'import.leave', title: 'Leave the import', group: 'Import', keys: 'Escape', run: onLeave },
  ]);
  return (
    <Section wide finding={preview.needsMapping ? 'A table without known columns' : archive ? 'An archive of Throughline' : `${kindWords(preview.kind)}: ${fileWords(uploads)}`}
      sub={<>{preview.why} {counted(uploads.length, 'file')}, {bytesWords(uploads.reduce((sum, one) => sum + one.bytes, 0))}. Nothing is imported yet.</>}>
      <div className="preview">
        {preview.needsMapping && <ColumnMap header={preview.header ?? []} fields={preview.fields} map={map} onMap={setMap} />}
        {mapped.error !== null && preview.needsMapping && <AskError error={mapped.error} kept="Nothing was imported; your columns are still chosen." />}
        {shown !== undefined && shown.sample.length > 0 && (
          <Table label={preview.needsMapping ? 'The first items as they will be read' : 'The first items'} caption rows={shown.sample} rowKey={(item) => item.key} columns={ITEM_COLUMNS} />
        )}
        {shown !== undefined && shown.unread.length > 0 && (
          <Table label="What could not be read near the beginning" caption dense rows={shown.unread} rowKey={(one) => `${one.where} ${one.code} ${one.value ?? ''}`} columns={UNREAD_COLUMNS} />
        )}
        {zoneless && <TextField label="Time zone of its dates" hint="This export writes times without a zone." value={zone} onChange={setZone} suggestions={TIME_ZONES} {...(isTimeZone(zone) ? {} : { error: 'That is no time zone, such as Europe/Berlin.' })} />}
        {place.sample && !archive && <Checkbox selected={sampleFirst} onChange={setSampleFirst}>Throw the sample company away first</Checkbox>}
        {place.sample && archive && <p className="muted">An archive needs an empty workspace: the sample company goes first.</p>}
        {choosing && !archive && <Select label="Read it as" choices={[{ id: 'auto', name: 'What it looks like' }, ...KIND_CHOICES]} value={kind} onChange={(id) => onKind(id as Kind)} />}
        {error !== null && <AskError error={error} kept={error instanceof RefusedError && error.code === 'workspace_not_empty' ? 'Nothing was changed. Start with an empty data folder to bring an archive back beside this workspace.' : 'Nothing was imported; the files are still here.'} />}
        <p className="actions">
          <Button kind="primary" command="import.begin" disabled={!ready || !isTimeZone(zone)} busy={busy} onPress={begin}>{archive ? 'Bring it back' : 'Begin the import'}</Button>
          <Button kind="link" command="import.leave" onPress={onLeave}>Leave it</Button>
          {!choosing && !archive && <Button kind="link" onPress={() => setChoosing(true)}>It is something else</Button>}
        </p>
      </div>
    </Section>
  );
}

/** The first items under the columns chosen so far. */
function useMapped(uploads: readonly Uploaded[], map: Columns, when: boolean) {
  return useQuery({
    queryKey: ['import.preview', uploads.map(({ upload }) => upload), map], enabled: when, retry: false, placeholderData: (before: Preview | undefined) => before,
    queryFn: () => ask('import.preview', { files: uploads.map(({ upload }) => ({ upload })), kind: 'csv', map: { ...map } }),
  });
}
