// Decisions of the cull as a table, each with its undo while that is possible.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { errorWords, useDo } from '../../data/ask.ts';
import { counted, dayShort } from '../../data/words.ts';
import { ItemKey } from '../../parts/ItemKey.tsx';
import { Button } from '../../ui/Button.tsx';
import { Table, type Column } from '../../ui/Table.tsx';

type Decision = OutputOf<'cull.list'>['decisions'][number];

const KINDS: Readonly<Record<Decision['kind'], string>> = { close: 'close', keep: 'keep', link: 'link to the goal', still_a_problem: 'still a problem' };

const COLUMNS: readonly Column<Decision>[] = [
  { id: 'key', head: 'Item', rowHead: true, noWrap: true, cell: ({ item }) => <ItemKey id={item.id} itemKey={item.key} /> },
  { id: 'title', head: 'Title', cell: ({ item, undone }) => <span className={undone ? 'plan-undone' : undefined}>{item.title}</span> },
  { id: 'kind', head: 'Decision', cell: ({ kind, until, undone, cameBack }) => <span className={undone ? 'plan-undone' : undefined}>{KINDS[kind]}{until !== undefined && ` until ${dayShort(until)}`}{undone && ', taken back'}{cameBack && !undone && ', came back'}</span> },
  { id: 'reason', head: 'Reason', cell: ({ reason }) => <span className="muted">{reason?.replaceAll('_', ' ') ?? ''}</span> },
  { id: 'at', head: 'Decided', noWrap: true, cell: ({ at }) => dayShort(at) },
  { id: 'undo', head: <span className="hidden-words">Undo</span>, noWrap: true, cell: (decision) => <TakeBack decision={decision} /> },
];

export function Decisions({ decisions, label }: { readonly decisions: readonly Decision[]; readonly label: string }): ReactNode {
  return <div className="decisions"><Table<Decision> label={label} rows={decisions} rowKey={({ id }) => id} columns={COLUMNS} /></div>;
}

function TakeBack({ decision: { id, item, undone } }: { readonly decision: Decision }): ReactNode {
  const undo = useDo('cull.undo', { said: ({ undone: many }) => `${counted(many, 'decision')} taken back` });
  if (undone) return null;
  return <>{undo.isError && <span className="field-error" role="alert">{errorWords(undo.error)}</span>}<Button kind="link" small busy={undo.isPending} label={`Take back the decision on ${item.key}`} onPress={() => undo.mutate({ decisions: [id] })}>Undo</Button></>;
}
