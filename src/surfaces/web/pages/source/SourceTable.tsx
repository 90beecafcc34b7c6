// The mirrored trackers with their counts and age, and taking one out after saying what goes with it.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { ItemsNumber } from '../../parts/ItemsNumber.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { count, counted, timeWords } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { kindWords } from './source-words.ts';
import { useExport, Written } from './Written.tsx';

type Source = OutputOf<'source.list'>['sources'][number];
type Row = Source & { readonly leave: () => void };

const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', head: 'Tracker', rowHead: true, cell: (source) => <AppLink className="row-link row-link-shown" href={`/backlog?source=${encodeURIComponent(source.id)}`}>{source.name}</AppLink> },
  { id: 'kind', head: 'Read from', cell: (source) => kindWords(source.kind) },
  { id: 'items', head: 'Items', right: true, cell: (source) => <ItemsNumber id={`items-${source.name}`} of={`items of ${source.name}`} rule="Every item that was read from it, open or closed." filter={{ source: source.id, statusClass: 'all' }}>{count(source.items)}</ItemsNumber> },
  { id: 'open', head: 'Open', right: true, cell: (source) => <ItemsNumber id={`open-${source.name}`} of={`open items of ${source.name}`} rule="Every item of it whose status is open in the tracker." filter={{ source: source.id }}>{count(source.open)}</ItemsNumber> },
  { id: 'at', head: 'Last read', right: true, noWrap: true, cell: (source) => (source.lastImportAt === undefined ? 'never' : timeWords(source.lastImportAt)) },
  { id: 'remove', head: <span className="hidden-words">Remove</span>, right: true, cell: (source) => <Button kind="link" small onPress={source.leave} label={`Remove ${source.name}`}>Remove</Button> },
];

export function SourceTable({ sources }: { readonly sources: readonly Source[] }): ReactNode {
  const [leaving, setLeaving] = useState<Source>();
  return (
    <>
      <Table<Row> label="Mirrored trackers" rows={sources.map((source) => ({ ...source, leave: () => setLeaving(source) }))} rowKey={(source) => source.id} columns={COLUMNS} />
      {leaving !== undefined && <RemoveDialog source={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

function RemoveDialog({ source, onClose }: { readonly source: Source; readonly onClose: () => void }): ReactNode {
  const remove = useDo('source.remove', { said: ({ removedItems }) => `${source.name} is gone with ${counted(removedItems, 'item')}`, done: onClose });
  const exporting = useExport();
  return (
    <Dialog open onClose={onClose} dismissable={false} title={`Remove ${source.name} with ${counted(source.items, 'item')}`}
      foot={<><Button kind="primary" busy={remove.isPending} onPress={() => remove.mutate({ source: source.id })}>Remove it</Button><Button busy={exporting.isPending} onPress={() => exporting.mutate({})}>Export everything first</Button><Button kind="link" onPress={onClose}>Keep it</Button></>}>
      <p>What goes: its items with their comments and history, the links from them to problems and bets, findings about them, and what you decided on them. Goals, problems, bets and rules stay. Your tracker is not touched.</p>
      <p>This cannot be undone here. Importing its export again brings the items back, an archive brings everything back.</p>
      <Written exporting={exporting} />
      {remove.error !== null && <AskError error={remove.error} kept="Nothing was removed." />}
    </Dialog>
  );
}
